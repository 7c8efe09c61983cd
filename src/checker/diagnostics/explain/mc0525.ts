import type { Explanation } from "./explanation.js";

/** `movecheck explain MC0525`. */
export const mc0525: Explanation = {
  code: "MC0525",
  rustc: "E0525",
  title: "a closure that consumes what it captured, passed where it may be called more than once",
  text: `
A closure that moves a captured value can run once. A parameter of a plain function type makes no promise about how often
it is called, so such a closure does not fit it.

The same holds for what else may be called by somebody else: a property, an element, a declared return type.

Declare the parameter, or the slot, as \`Once<F>\` when its function is called at most once; any function fits that. The standard library's
own call-once places (\`then\`, \`catch\`, \`finally\`, \`new Promise\`, \`queueMicrotask\`, \`setTimeout\`, \`setImmediate\`,
\`process.nextTick\`) and functions that are called where they are written are known.
`,
  examples: [
    {
      failing: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

declare function retry(attempt: () => void): void;

export function drop<S>(fd: FileDescriptorReservation<S>): void {
  using owned = fd;
  retry(() => {
    put_unused_fd(owned);
  });
}
`,
      fixed: `
import type { Once } from "movecheck";
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

declare function finish(last: Once<() => void>): void;

export function drop<S>(fd: FileDescriptorReservation<S>): void {
  using owned = fd;
  finish(() => {
    put_unused_fd(owned);
  });
}
`,
    },
  ],
};
