import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0505`. */
export const mc0505: Explanation = {
  code: "MC0505",
  rustc: "E0505",
  title: "moved while a borrow of it is still used",
  text: `
A call that takes a \`Ref<T>\` and returns a \`Ref\` lends the value out for as long as its result is used, up to the last use
and no longer. Moving the owner in between would leave the borrow pointing at something that is gone: dropped, installed,
or in the hands of another owner.

Use the borrow for the last time before the owner is moved.
`,
  examples: [
    {
      failing: `
import type { Ref } from "movecheck";
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

declare function view<S>(fd: Ref<FileDescriptorReservation<S>>): Ref<FileDescriptorReservation<S>>;

export function drop<S>(fd: FileDescriptorReservation<S>): number {
  using owned = fd;
  const seen = view(owned);
  put_unused_fd(owned);
  return seen.reserved_fd();
}
`,
      fixed: `
import type { Ref } from "movecheck";
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

declare function view<S>(fd: Ref<FileDescriptorReservation<S>>): Ref<FileDescriptorReservation<S>>;

export function drop<S>(fd: FileDescriptorReservation<S>): number {
  using owned = fd;
  const seen = view(owned);
  const number = seen.reserved_fd();
  put_unused_fd(owned);
  return number;
}
`,
    },
  ],
};
