import { interposeLibc } from "../../../../src/fd/linux/libc/libc.js";
import type { Libc } from "../../../../src/fd/linux/libc/system-calls.js";

/**
 * Kills this process before its k-th system call from now on (from 0); none with k = -1.
 *
 * @returns how many calls were made so far.
 */
export function dieAtCall(k: number): () => number {
  let calls = 0;
  interposeLibc(
    (real) =>
      new Proxy(real, {
        get:
          (target, name: keyof Libc) =>
          (...args: unknown[]) => {
            if (calls++ === k) {
              process.kill(process.pid, "SIGKILL");
              // The signal is delivered before kill(2) returns to a process with one thread only.
              for (;;);
            }
            return (target[name] as (...args: unknown[]) => unknown)(...args);
          },
      }),
  );
  return () => calls;
}
