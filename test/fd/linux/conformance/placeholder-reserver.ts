import { O_CLOEXEC } from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { dropSlot, installSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { moveAway, type ProcessTable } from "./process-table.js";
import type { Reserver } from "./reserver.js";

/** One more reference to the anchor, to put a placeholder back with. Made before the numbers are counted. */
const spare = moveAway(reserveSlot());

/** The backend's slots, held by placeholders. */
export function placeholderReserver(table: ProcessTable): Reserver {
  const flagsOf = new Map<number, number>();
  return {
    most: Infinity,
    placeholders: true,
    reserve: (flags) => {
      const fd = reserveSlot();
      flagsOf.set(fd, flags);
      return fd;
    },
    install: (fd, file) => {
      const source = table.sources[file]!;
      const result = installSlot(fd, source.fd, flagsOf.get(fd) ?? 0);
      return { result: result === 0 ? 0 : result.errno, file: source.identity };
    },
    drop: (fd) => {
      dropSlot(fd);
    },
    restore: (fd) => {
      table.unlimited(() => libc().dup3(spare, fd, O_CLOEXEC));
    },
    settle: () => Promise.resolve(),
  };
}
