/** Every sentence the Linux backend can show, in the kernel's words. */

/** Descriptor `done` (counted from 0) of `count`, as it reads in a sentence. */
const nth = (done: number, count: number): string => `descriptor ${done + 1} of ${count}`;

export function unsupportedPlatform(platform: string, arch: string): string {
  return `movecheck/fd/linux works on 64-bit Linux only, and this is ${platform} on ${arch}; movecheck/fd has the same API on an in-memory table`;
}

export const missingKoffi = "movecheck/fd/linux needs the package koffi, which is not installed: npm install koffi@3";

export function waitAborted(call: string): string {
  return `${call}(): the wait was aborted`;
}

export function reserveFailed(code: string, done: number, count: number): string {
  return `receive_fds(): no slot to reserve for ${nth(done, count)} (${code}); the message is still in the socket`;
}

export function landingFailed(code: string, done: number, count: number): string {
  return `receive_fds(): ${count} slots are reserved, and the descriptors arrive on as many others: there is none for ${nth(done, count)} (${code}); the message is still in the socket`;
}

export function receiveFailed(code: string): string {
  return `receive_fds(): recvmsg failed with ${code}`;
}

export function peerClosed(code: string): string {
  return `receive_fds(): the peer closed the connection before it sent a message (${code})`;
}

export function rightsTruncated(arrived: number, count: number): string {
  return `receive_fds(): the message was truncated (MSG_CTRUNC): ${arrived} descriptors of more arrived, ${count} were expected; those that arrived are closed, the rest is lost`;
}

export function bytesTruncated(maxBytes: number): string {
  return `receive_fds(): the message was truncated (MSG_TRUNC): it has more than the ${maxBytes} bytes it was given room for; its descriptors are closed`;
}

export function wrongCount(arrived: number, count: number, bytes: number): string {
  return `receive_fds(): a message of ${bytes} bytes came with ${arrived} descriptors, and ${count} were expected; those that arrived are closed`;
}

export function placeFailed(code: string, done: number, count: number, fd: number, slot: string): string {
  return `receive_fds(): ${nth(done, count)} could not be placed on the number ${fd} reserved for it (${code}): it holds ${slot}; none is installed`;
}

export function sendFailed(code: string, count: number): string {
  return `send_fds(): sendmsg failed with ${code}; none of the ${count} descriptors was sent`;
}

export function sendPeerGone(code: string, count: number): string {
  return `send_fds(): the peer closed the connection (${code}); none of the ${count} descriptors was sent`;
}

export function sendCut(code: string, sent: number, bytes: number): string {
  return `send_fds(): the descriptors were sent, but only ${sent} of the ${bytes} bytes with them (${code})`;
}

/** What a slot holds instead of the placeholder, and how that comes about. */
const slotNow = (slot: string): string =>
  slot === "free"
    ? "it is free: somebody closed it"
    : slot === "placeholder"
      ? "it is still reserved"
      : "it holds another file: somebody put one there with dup2";

export function slotTaken(call: string, fd: number, slot: string): string {
  return `${call}(): the number ${fd} was no longer ours: ${slotNow(slot)}; it was left alone`;
}

export function noRoomForReference(fd: number, code: string): string {
  return `fget(): no free number to hold a reference to the file of ${fd} on (${code})`;
}

export function installFailed(fd: number, code: string, slot: string, count: number, kept: boolean): string {
  const which =
    count === 1
      ? "the file stays with the caller"
      : `none of the ${count} files is installed, all stay with the caller`;
  const state = count === 1 || slot !== "placeholder" ? slotNow(slot) : "it was still reserved";
  const rest =
    count === 1 ? "" : kept ? ", and every number is still reserved" : ", and every other number was given back";
  return `install on ${fd} failed with ${code}: ${which}; ${state}${rest}`;
}

export function notASocketType(types: readonly string[]): string {
  return `socketpair(): \`type\` must be one of ${types.join(", ")}`;
}

export const notFiles = "send_fds(): `files` must be an array of ARef<File>";

export const notBytes =
  "send_fds(): `bytes` must be a Uint8Array of at least one byte: descriptors travel with bytes only";

export function notOfThisProcess(call: string, name: string): string {
  return `${call}(): \`${name}\` is a file of an in-memory table, and only a file of this process can be sent`;
}

export function notSend(path: string, what: string): string {
  return `not Send: \`${path}\` is ${what}`;
}

export const notAnEntry = "spawn_task(): `entry` must be a file URL or an absolute path";

export function noTaskMain(entry: string): string {
  return `spawn_task(): ${entry} has no default export that is a function`;
}

export function taskDied(entry: string, code: number): string {
  return `the task ${entry} ended before it returned (exit code ${code})`;
}
