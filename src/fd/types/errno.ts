/** The names of the errors the table can return. */
export type ErrnoCode = "EBADF" | "EBUSY" | "EINVAL" | "EMFILE" | "ENFILE" | "ENOMEM";

/**
 * An error as the kernel returns it, in place of the value asked for; `ok` tells the two apart.
 *
 * It is disposable, and disposing of it does nothing, so that `using` can name the result before it is checked.
 *
 * @example
 * import { get_unused_fd_flags, O_CLOEXEC, put_unused_fd, with_current } from "movecheck/fd";
 *
 * const code = with_current((current) => {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return fd.code;
 *   put_unused_fd(fd);
 *   return "reserved";
 * });
 */
export interface Errno<Code extends ErrnoCode = ErrnoCode> extends Disposable {
  readonly ok: false;
  /** Negative, as the kernel returns it: `-24` for `EMFILE`. */
  readonly errno: number;
  /** The error's name: `"EMFILE"`. */
  readonly code: Code;
}
