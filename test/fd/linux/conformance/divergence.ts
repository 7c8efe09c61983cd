import { EBADF, EBUSY } from "../../../../src/fd/errors/errno-number.js";

/**
 * Where a placeholder differs from a slot that the kernel has reserved, by name. Each has a test of its own, and a row
 * in docs/linux.md.
 */
export const divergences = {
  close: "close frees it",
  source: "dup, dup2, dup3 and F_DUPFD duplicate it",
  flags: "F_GETFD and F_SETFD reach it",
  target: "dup2 and dup3 replace it",
  limit: "install fails once the limit is at or below it",
} as const;

export type Divergence = keyof typeof divergences;

/** What the kernel says of a reserved slot, where a placeholder does something else. */
export const kernelSays: Readonly<Record<Divergence, number>> = {
  close: -EBADF,
  source: -EBADF,
  flags: -EBADF,
  target: -EBUSY,
  limit: 0,
};
