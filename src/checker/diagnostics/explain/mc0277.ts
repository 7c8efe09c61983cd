import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0277`. */
export const mc0277: Explanation = {
  code: "MC0277",
  rustc: "E0277",
  title: "not Send: sent to another task",
  text: `
A reservation belongs to the task that made it: it has to be resolved there. Neither it nor anything that holds it, at any
depth, may be posted to a worker, passed to \`structuredClone\` or given to a parameter of type \`Send<T>\`. The diagnostic
says which leaf of the value is not Send, and the way to it.

A parameter of type \`Send<T>\` also refuses what says nothing of what it holds: \`unknown\`, \`object\`, and a type parameter
that may be anything, as Rust refuses a \`T\` without \`T: Send\`. Take such a value as \`Send<T>\` yourself.

Send what the other task needs to know, such as the number, or do the work where the value was made.
`,
  examples: [
    {
      failing: `
import type { MessagePort } from "node:worker_threads";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function announce<S>(current: CurrentTask<S>, port: MessagePort): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  port.postMessage(fd);
  put_unused_fd(fd);
  return 0;
}
`,
      fixed: `
import type { MessagePort } from "node:worker_threads";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function announce<S>(current: CurrentTask<S>, port: MessagePort): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  port.postMessage(fd.reserved_fd());
  put_unused_fd(fd);
  return 0;
}
`,
    },
  ],
};
