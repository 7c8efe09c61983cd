import { libc } from "../libc/libc.js";
import type { Wait } from "../libc/system-calls.js";

/** How long one poll takes a thread, in milliseconds: after it a cancellation is noticed, and all waits join one poll. */
const slice = 50;

/**
 * How many polls run at once. Each holds a thread of the pool that Node's own file operations use (four threads, unless
 * UV_THREADPOOL_SIZE says otherwise): one for all that wait, and one for those that came meanwhile.
 */
const mostPolls = 2;

interface Waiter extends Wait {
  readonly signal: AbortSignal | undefined;
  readonly resolve: (ready: boolean) => void;
  readonly reject: (error: unknown) => void;
}

let idle: Waiter[] = [];
let polls = 0;

/**
 * Waits until `fd` is ready for one of `events`, without blocking the event loop.
 *
 * @returns false if `signal` was aborted first.
 */
export function waitReady(fd: number, events: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve, reject) => {
    idle.push({ fd, events, signal, resolve, reject });
    pollIdle();
  });
}

/** Polls for everybody who is not being polled for. */
function pollIdle(): void {
  for (const waiter of idle) if (waiter.signal?.aborted === true) waiter.resolve(false);
  idle = idle.filter(({ signal }) => signal?.aborted !== true);
  if (idle.length === 0 || polls === mostPolls) return;
  const waiters = idle;
  idle = [];
  polls++;
  libc()
    .poll_async(waiters, slice)
    .then(
      (ready) => {
        waiters.forEach((waiter, index) => {
          if (ready[index] === 0) idle.push(waiter);
          else waiter.resolve(true);
        });
      },
      (error: unknown) => {
        for (const waiter of waiters) waiter.reject(error);
      },
    )
    .finally(() => {
      polls--;
      pollIdle();
    });
}
