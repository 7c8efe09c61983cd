import { setTimeout } from "node:timers/promises";
import { SOCK_CLOEXEC, F_GETFD, O_CLOEXEC } from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { syscalls } from "../support/syscalls.js";
import { identityOf, moveAway, type ProcessTable } from "./process-table.js";
import type { Reserver } from "./reserver.js";

/** Each holds a thread of the pool, which the process must have more of (UV_THREADPOOL_SIZE). */
const threads = 8;

/** Waits, without letting anything else run on this thread, for what another thread is about to do. */
function until(done: () => boolean, what: string): void {
  const start = performance.now();
  while (!done()) if (performance.now() - start > 5_000) throw new Error(`waited in vain until ${what}`);
}

/**
 * Reservations of the kernel's own: a thread blocked in accept4(2) holds one, which a connection installs and the
 * shutdown of the listening socket drops.
 */
export function kernelReserver(table: ProcessTable): Reserver {
  const held = new Map<number, { readonly name: string; readonly listener: number }>();
  let made = 0;
  let running = 0;

  return {
    most: threads,
    placeholders: false,
    reserve: async (flags, expected) => {
      const name = `movecheck-${process.pid}-${made++}`;
      const listener = table.unlimited(() => moveAway(syscalls.listener(name)));
      running++;
      const accepted = new Promise<number>((resolve) => {
        syscalls.accept4_async(listener, (flags & O_CLOEXEC) === 0 ? 0 : SOCK_CLOEXEC, (fd) => {
          running--;
          resolve(fd);
        });
      });
      if (expected >= 0) {
        until(() => syscalls.taken(expected), `a thread has reserved ${expected}`);
        held.set(expected, { name, listener });
        return expected;
      }
      // It must fail without a connection. The other thread's errno can't be had: EMFILE, since nothing else fails here.
      const failed = await Promise.race([accepted, setTimeout(2_000, "reserved")]);
      libc().close(listener);
      return failed === -1 ? expected : 0;
    },
    install: (fd) => {
      const { name, listener } = held.get(fd)!;
      held.delete(fd);
      const client = table.unlimited(() => syscalls.connected(name));
      until(() => libc().fcntl(fd, F_GETFD, 0) >= 0, `a file is installed in ${fd}`);
      libc().close(client);
      libc().close(listener);
      return { result: 0, file: identityOf(fd) };
    },
    drop: (fd) => {
      const { listener } = held.get(fd)!;
      held.delete(fd);
      syscalls.shutdown(listener);
      until(() => !syscalls.taken(fd), `${fd} is free again`);
      libc().close(listener);
    },
    restore: () => {
      throw new Error("the kernel lets nothing through");
    },
    settle: async () => {
      for (const { listener } of held.values()) {
        syscalls.shutdown(listener);
        libc().close(listener);
      }
      held.clear();
      while (running > 0) await setTimeout(1);
    },
  };
}
