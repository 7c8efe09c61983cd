import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0508`. */
export const mc0508: Explanation = {
  code: "MC0508",
  rustc: "E0508, E0507",
  title: "moved out of an array by a computed index",
  text: `
Which element \`fds[index]\` is cannot be known, so neither can which elements are left: an array from which something was
moved in this way could not be used, nor emptied, any more. An index that is a constant, and the elements of a tuple, are
places of their own and can be moved.

Take the element out: \`pop\`, \`shift\` and \`splice\` give ownership of what they return. To consume all of them, iterate with
\`for (const fd of fds)\`.
`,
  examples: [
    {
      failing: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop_at<S>(fds: FileDescriptorReservation<S>[], index: number): void {
  put_unused_fd(fds[index]);
  for (const fd of fds) put_unused_fd(fd);
}
`,
      fixed: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop_at<S>(fds: FileDescriptorReservation<S>[], index: number): void {
  for (const fd of fds.splice(index, 1)) put_unused_fd(fd);
  for (const fd of fds) put_unused_fd(fd);
}
`,
    },
  ],
};
