import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0382`. */
export const mc0382: Explanation = {
  code: "MC0382",
  rustc: "E0382",
  title: "use of a moved value",
  text: `
A linear value has one owner. Passing it to a parameter of its own type, assigning it, returning it, storing it in an
object or capturing it in a closure that consumes it moves it: the place it was moved from is empty from then on, on every
path that comes from there.

The diagnostic names the use, the move and, in a loop, that the move happened in a previous iteration. It covers values
moved on one branch only (the use is then wrong on the paths through that branch) and values of which a field was moved
out (the rest can still be used, the whole cannot).

Use the value before it is moved, give the new owner's name where the value went to, or make a new value. Where the callee
only has to look at it, its parameter should be a \`Ref<T>\`.
`,
  examples: [
    {
      failing: `
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function reserve<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const slot = { fd }; // moves fd into slot
  put_unused_fd(slot.fd);
  return fd.reserved_fd();
}
`,
      fixed: `
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function reserve<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const number = fd.reserved_fd();
  const slot = { fd };
  put_unused_fd(slot.fd);
  return number;
}
`,
    },
    {
      failing: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop<S>(fd: FileDescriptorReservation<S>, times: number): void {
  using owned = fd;
  for (let i = 0; i < times; i += 1) {
    i > 0 && put_unused_fd(owned); // the third time round it is gone
  }
}
`,
      fixed: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop<S>(fd: FileDescriptorReservation<S>, times: number): void {
  using owned = fd;
  for (let i = 0; i < times; i += 1) {
    if (i > 0) {
      put_unused_fd(owned);
      break;
    }
  }
}
`,
    },
  ],
};
