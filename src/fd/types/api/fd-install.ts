import type { Consume } from "../../../types/consume.js";
import type { Fresh } from "../../../types/state.js";
import type { ARef } from "../aref.js";
import type { File } from "../file.js";
import type { FileDescriptorReservation } from "../file-descriptor-reservation.js";

/**
 * Gives a reserved number its file; it consumes both, and can't fail.
 *
 * tsc sees the reservation consumed. The file is refused if it was already moved, but tsc can't see it move here: a
 * call narrows one argument.
 *
 * Source: `fd_install()` in the kernel's `fs/file.c`, and `fd_install(self, file: ARef<File>)` in its Rust binding.
 *
 * @example
 * import { type ARef, type CurrentTask, type File, fd_install, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";
 *
 * function install<S>(current: CurrentTask<S>, file: ARef<File>): void {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return;
 *   fd_install(fd, file);
 * }
 */
export type FdInstall = Consume<FileDescriptorReservation<any, Fresh>, "fd_install", [file: ARef<File>]>;
