import type { Explanation } from "./explanation.js";

/** `movecheck explain MC1001`. */
export const mc1001: Explanation = {
  code: "MC1001",
  title: "may be dropped without being consumed",
  text: `
On some way out of the block (its end, a \`return\`, a \`throw\`, a \`break\`) the value is still there: nobody consumed it,
nobody owns it any more, and it is not declared with \`using\`. What it stands for (a slot, a file, a connection) is then
never given back. Overwriting a live value, an expression statement that makes one, one arm of a conditional, a loop that may
run zero times and a consuming closure that is never called leak as well.

Declare it with \`using\`: whatever is left at the end of the block is dropped, and consuming it earlier is fine. Or consume it
on every path. rustc has no such error, because Rust drops for you.
`,
  examples: [
    {
      failing: `
import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function peek<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return fd.reserved_fd();
}
`,
      fixed: `
import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function peek<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return fd.reserved_fd();
}
`,
    },
  ],
};
