import { isMainThread } from "node:worker_threads";
import { EBADF, EINVAL, EMFILE } from "../errors/errno-number.js";
import { anchorAt, openAnchor, slotState, type Anchor, type SlotState } from "./anchor.js";
import { F_DUPFD_CLOEXEC, O_CLOEXEC } from "./libc/constants.js";
import { libc } from "./libc/libc.js";

/** How an install ended: 0, or the negative errno and what the slot holds now. */
export type InstallResult = 0 | { readonly errno: number; readonly slot: SlotState };

let anchor: Anchor | undefined;

/** Holds this thread's slots by an anchor that another thread opened and will close. */
export function useAnchor(fd: number): void {
  anchor = anchorAt(fd);
}

/**
 * Reserves the lowest free number of the process by putting a placeholder there.
 *
 * The placeholder is close-on-exec whatever is installed later: a program that is started meanwhile must not get it.
 *
 * @returns the number, or a negative errno (EMFILE, ENOMEM).
 */
export function reserveSlot(): number {
  if (anchor === undefined) {
    const opened = openAnchor();
    if (typeof opened === "number") return opened;
    anchor = opened;
    // A worker thread leaves the table to the others; the process's own end needs no closing.
    if (!isMainThread) process.once("exit", () => libc().close(opened.fd));
  }
  const fd = libc().fcntl(anchor.fd, F_DUPFD_CLOEXEC, 0);
  // With a limit of 0 even 0 is out of range, which a reservation reports as EMFILE.
  return fd === -EINVAL ? -EMFILE : fd;
}

/** What the slot that was reserved as `fd` holds now. */
export function reservedSlotState(fd: number): SlotState {
  return anchor === undefined ? "free" : slotState(anchor, fd);
}

/**
 * Replaces the placeholder in `fd` by the open file of `source`, which keeps its own number.
 *
 * It can fail where the kernel's fd_install can't: when the slot was taken by a stray close or dup2, and when the limit
 * was lowered to `fd` or below. Nothing has changed then.
 */
export function installSlot(fd: number, source: number, flags: number): InstallResult {
  const slot = reservedSlotState(fd);
  if (slot !== "placeholder") return { errno: -EBADF, slot };
  const installed = libc().dup3(source, fd, flags & O_CLOEXEC);
  return installed < 0 ? { errno: installed, slot: reservedSlotState(fd) } : 0;
}

/**
 * Reserves a slot again that was just installed, without its number being free in between.
 *
 * @returns false if that is not possible (the limit is below it): it is closed then.
 */
export function emptySlot(fd: number): boolean {
  if (anchor !== undefined && libc().dup3(anchor.fd, fd, O_CLOEXEC) >= 0) return true;
  libc().close(fd);
  return false;
}

/** Frees a reserved slot; leaves it alone if it no longer holds the placeholder, and returns what it holds instead. */
export function dropSlot(fd: number): SlotState {
  const slot = reservedSlotState(fd);
  if (slot === "placeholder") libc().close(fd);
  return slot;
}
