import type { Explanation } from "./explanation.js";

/** `movecheck explain MC1004`. */
export const mc1004: Explanation = {
  code: "MC1004",
  title: "leaks if a call throws",
  text: `
A warning: on all ordinary paths the value is consumed, but the call named here may throw before that, and nothing on the
exceptional path gives the value back.

Declare it with \`using\`, or consume it before the call or in \`finally\`.
`,
  examples: [
    {
      failing: `
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

declare function log(number: number): void;

export function reserve<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  log(fd.reserved_fd());
  put_unused_fd(fd);
  return 0;
}
`,
      fixed: `
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

declare function log(number: number): void;

export function reserve<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  log(fd.reserved_fd());
  put_unused_fd(fd);
  return 0;
}
`,
    },
  ],
};
