import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0521`. */
export const mc0521: Explanation = {
  code: "MC0521",
  rustc: "E0521, E0597",
  title: "escapes the task that created it",
  text: `
What is bound to the current task must not outlive the scope in which \`with_current\` lends it: not in a variable outside,
and not in a closure that runs later, such as a timer's or a listener's. When that closure runs, another task is current.

Ask for what is needed while the task is current, or enter a task in the closure itself.
`,
  examples: [
    {
      failing: `
import { get_unused_fd_flags, put_unused_fd, with_current, O_CLOEXEC } from "movecheck/fd";

with_current((current) => {
  setTimeout(() => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (fd.ok) put_unused_fd(fd);
  }, 1000);
});
`,
      fixed: `
import { get_unused_fd_flags, put_unused_fd, with_current, O_CLOEXEC } from "movecheck/fd";

setTimeout(() => {
  with_current((current) => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (fd.ok) put_unused_fd(fd);
  });
}, 1000);
`,
    },
  ],
};
