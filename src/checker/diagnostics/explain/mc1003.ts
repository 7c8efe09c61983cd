import type { Explanation } from "./explanation.js";

/** `movecheck explain MC1003`. */
export const mc1003: Explanation = {
  code: "MC1003",
  title: "linearity laundered",
  text: `
\`any\`, a cast to an unrelated type and a spread make a second name for a value that the checker can no longer tie to the
first: from there on nobody knows who owns it.

Give the place its real type; take \`Ref<T>\` or \`unknown\` where the value is only looked at.
`,
  examples: [
    {
      failing: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

declare function inspect(value: any): void;

export function drop<S>(fd: FileDescriptorReservation<S>): void {
  using owned = fd;
  inspect(owned);
  put_unused_fd(owned);
}
`,
      fixed: `
import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

declare function inspect(value: unknown): void;

export function drop<S>(fd: FileDescriptorReservation<S>): void {
  using owned = fd;
  inspect(owned);
  put_unused_fd(owned);
}
`,
    },
  ],
};
