import { unsignedArgument } from "../errors/argument.js";
import type { BackendFile, DescriptorBackend } from "../guard/descriptor-backend.js";
import { InstallFailure } from "../guard/install-failure.js";
import { warn } from "../../guard/warn.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import { NR_OPEN } from "../table/constants.js";
import { EBADF } from "../errors/errno-number.js";
import { errnoName } from "./libc/errno-name.js";
import { LinuxFile } from "./linux-file.js";
import * as say from "./messages.js";
import { duplicateAway } from "./private-descriptor.js";
import { dropSlot, emptySlot, installSlot, reservedSlotState, reserveSlot } from "./slots.js";

/** The flags each reserved number was reserved with: a placeholder is close-on-exec whatever comes after it. */
const flagsOf = new Map<number, number>();

/** The descriptor table of this process, as the guard uses it. */
export const processBackend: DescriptorBackend = {
  closed: false,
  nr_open: NR_OPEN,

  get_unused_fd_flags: (flags) => {
    const bits = unsignedArgument("get_unused_fd_flags", "flags", flags);
    const fd = reserveSlot();
    if (fd >= 0) flagsOf.set(fd, bits);
    return fd;
  },

  accepts: (file) => LinuxFile.is(file) && file.fd >= 0,

  fd_install: (fd, file) => {
    installAll([fd], [file]);
  },

  fd_install_all: installAll,

  put_unused_fd: (fd) => {
    flagsOf.delete(fd);
    const slot = dropSlot(fd);
    if (slot !== "placeholder") warn("MOVECHECK_SLOT", say.slotTaken("put_unused_fd", fd, slot));
  },

  fget: (given) => {
    // As the kernel's `int`: a number no table has is negative there.
    const fd = unsignedArgument("fget", "fd", given) | 0;
    // A reserved number has no file yet, whatever holds it.
    if (reservedSlotState(fd) === "placeholder") return null;
    const held = duplicateAway(fd);
    if (held === -EBADF) return null;
    if (held < 0) throw new MovecheckError("ERR_MOVECHECK_NO_ROOM", say.noRoomForReference(fd, errnoName(held)));
    return new LinuxFile(held);
  },
};

/**
 * Installs all or none. On a failure the numbers installed before it are reserved again, and every file stays with the
 * caller; where one can't be reserved again, all are given up.
 */
function installAll(fds: readonly number[], files: readonly BackendFile[]): void {
  for (const [index, fd] of fds.entries()) {
    const result = installSlot(fd, (files[index] as LinuxFile).fd, flagsOf.get(fd) ?? 0);
    if (result === 0) continue;
    const kept = fds.slice(0, index).map(emptySlot).every(Boolean) && result.slot === "placeholder";
    if (!kept) for (const other of fds) if (dropSlot(other) === "placeholder") flagsOf.delete(other);
    const message = say.installFailed(fd, errnoName(result.errno), result.slot, fds.length, kept);
    throw new InstallFailure(fd, kept ? "reserved" : "gone", message);
  }
  for (const fd of fds) flagsOf.delete(fd);
  for (const file of files) file.fput();
}
