import type { Explanation } from "./explanation.js";

/** `movecheck explain MC1002`. */
export const mc1002: Explanation = {
  code: "MC1002",
  title: "a consumer called where plain tsc cannot see it",
  text: `
Off unless asked for with \`--tsc-visible\`. TypeScript follows an assertion only when the call is a statement of its own. A
consumer called inside an expression is followed by movecheck, but not by plain tsc: in a library whose users run tsc only,
the types then no longer stop a second use.

Make the call a statement.
`,
  examples: [
    {
      failing: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop<S>(fd: FileDescriptorReservation<S>, now: boolean): void {
  using owned = fd;
  now && put_unused_fd(owned);
}
`,
      fixed: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function drop<S>(fd: FileDescriptorReservation<S>, now: boolean): void {
  using owned = fd;
  if (now) put_unused_fd(owned);
}
`,
      options: { tscVisible: true },
    },
  ],
};
