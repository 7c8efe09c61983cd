import { fstatSync, readdirSync, type BigIntStats } from "node:fs";
import { EINVAL } from "../errors/errno-number.js";
import { F_DUPFD_QUERY, MFD_CLOEXEC, O_CLOEXEC, O_PATH } from "./libc/constants.js";
import { libc } from "./libc/libc.js";
import { moveAway } from "./private-descriptor.js";

/** What the anchor is called in the listing of a process's descriptors. */
const name = "movecheck-reservation";

/**
 * The one open file whose duplicates hold the reserved slots of this thread.
 *
 * It is an O_PATH descriptor of an empty memfd: reading and writing a placeholder fail with EBADF, as they do on a
 * slot the kernel has reserved, and no other descriptor has the same inode.
 */
export interface Anchor {
  readonly fd: number;
  /** Tells this anchor from any other file where the kernel can't compare two descriptors. */
  readonly identity: BigIntStats;
}

/** What a slot holds, as far as one reservation is concerned. */
export type SlotState = "placeholder" | "free" | "another file";

/** Opens an anchor; a negative errno where that fails (EMFILE, ENFILE, ENOMEM). */
export function openAnchor(): Anchor | number {
  const memfd = libc().memfd_create(name, MFD_CLOEXEC);
  if (memfd < 0) return memfd;
  // Without /proc, or with one slot left, the memfd itself has to do.
  const path = libc().open(`/proc/self/fd/${memfd}`, O_PATH | O_CLOEXEC);
  if (path >= 0) libc().close(memfd);
  const fd = moveAway(path >= 0 ? path : memfd);
  return anchorAt(fd);
}

/** The anchor that another thread opened for this one. */
export function anchorAt(fd: number): Anchor {
  return { fd, identity: fstatSync(fd, { bigint: true }) };
}

/** Frees every slot that is still held by a duplicate of the anchor, and closes it: its thread is gone. */
export function closeAnchor(anchor: Anchor): void {
  for (const name of readdirSync("/proc/self/fd")) {
    const fd = Number(name);
    if (fd !== anchor.fd && slotState(anchor, fd) === "placeholder") libc().close(fd);
  }
  libc().close(anchor.fd);
}

/** What slot `fd` holds now: the placeholder that was put there, or something else. */
export function slotState(anchor: Anchor, fd: number): SlotState {
  const same = libc().fcntl(fd, F_DUPFD_QUERY, anchor.fd);
  if (same === 1) return "placeholder";
  if (same === 0) return "another file";
  if (same === -EINVAL) return slotStateByInode(anchor, fd);
  return "free";
}

/** Before Linux 6.10: the inode tells, since nothing else opens the anchor's. */
function slotStateByInode(anchor: Anchor, fd: number): SlotState {
  try {
    const { dev, ino } = fstatSync(fd, { bigint: true });
    return dev === anchor.identity.dev && ino === anchor.identity.ino ? "placeholder" : "another file";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EBADF") return "free";
    throw error;
  }
}
