import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0507`. */
export const mc0507: Explanation = {
  code: "MC0507",
  rustc: "E0507",
  title: "moved out of something that is only borrowed",
  text: `
Only an owner can give a value away. What was received as a \`Ref<T>\` belongs to somebody else; a module-level binding, and a
variable that a function declaration or a method captured, would be moved again each time the function runs.

Take the value by its own type instead of \`Ref<T>\`, pass it to the function as an argument, or move it where it is owned.
`,
  examples: [
    {
      failing: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop<S>(fd: FileDescriptorReservation<S>): void {
  using owned = fd;
  function finish(): void {
    put_unused_fd(owned); // finish can be called again
  }
  finish();
}
`,
      fixed: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop<S>(fd: FileDescriptorReservation<S>): void {
  using owned = fd;
  function finish(given: FileDescriptorReservation<S>): void {
    put_unused_fd(given);
  }
  finish(owned);
}
`,
    },
  ],
};
