/**
 * The error numbers the table answers with, as positive numbers; a call returns them negated.
 *
 * Source: include/uapi/asm-generic/errno-base.h.
 *
 * @example
 * table.close(99) === -EBADF;
 */
/** Bad file descriptor: nothing is installed there. */
export const EBADF = 9;
/** The table could not grow. */
export const ENOMEM = 12;
/** `dup2` or `dup3` onto a slot that is reserved and has no file yet. */
export const EBUSY = 16;
/** An argument outside of what the call takes. */
export const EINVAL = 22;
/** The system has no room for another open file; never from a reserve. */
export const ENFILE = 23;
/** No free number below the limit. */
export const EMFILE = 24;
