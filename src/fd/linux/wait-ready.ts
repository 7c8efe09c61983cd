import { libc } from "./libc.js";

/** How long one wait occupies a thread, in milliseconds; in between, a cancellation is noticed and others get a turn. */
const slice = 100;

/**
 * Waits until `fd` is ready for one of `events`, without blocking the event loop.
 *
 * @returns false if `signal` was aborted first.
 */
export async function waitReady(fd: number, events: number, signal: AbortSignal | undefined): Promise<boolean> {
  while (signal?.aborted !== true) {
    if ((await libc().poll_async(fd, events, slice)) !== 0) return true;
  }
  return false;
}
