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
