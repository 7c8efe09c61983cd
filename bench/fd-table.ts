/**
 * What the descriptor table and its guard cost, as ratios within one run.
 *
 * Run: `npm run bench:fd`. Each figure is the median of many rounds that alternate between the variants, so that a
 * slow moment of the machine falls on all of them.
 */
import {
  DescriptorTable,
  F_DUPFD,
  fd_install,
  filp_open,
  get_unused_fd_flags,
  installBatch,
  OpenFile,
  put_unused_fd,
  recordPositions,
  reserveBatch,
  with_current,
} from "../src/fd/index.js";
import { compare } from "./support/compare.js";
import { readArguments } from "./support/read-arguments.js";

readArguments({ usage: "tsx bench/fd-table.ts" });

const SLOTS = 1_048_576;

/** A small generator with a fixed seed, so that every run asks the same. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** A table with that part of its slots taken at random. */
function filled(full: number): DescriptorTable {
  const table = new DescriptorTable({ limit: SLOTS });
  const random = generator(20_231_129);
  table.open(() => new OpenFile("first"), 0);
  for (let fd = 1; fd < SLOTS; fd++) table.get_unused_fd_flags(0);
  for (let fd = 1; fd < SLOTS; fd++) if (random() >= full) table.put_unused_fd(fd);
  return table;
}

/** Allocates the lowest free number from a random one up, and closes it: the same memory however full. */
function allocate(full: number): (count: number) => void {
  const table = filled(full);
  const random = generator(1);
  return (count) => {
    // Below the last slots, so that there is always a free one above.
    for (let n = 0; n < count; n++) table.close(table.fcntl(0, F_DUPFD, Math.floor(random() * (SLOTS - 50_000))));
  };
}

/** The same search one slot at a time, as a table without the bitmap would. */
function scan(full: number): (count: number) => void {
  const table = filled(full);
  const taken = Uint8Array.from({ length: SLOTS }, (_, fd) => (table.state(fd) === "FREE" ? 0 : 1));
  const random = generator(1);
  return (count) => {
    for (let n = 0; n < count; n++) {
      const start = Math.floor(random() * (SLOTS - 50_000));
      let fd = start;
      while (taken[fd] === 1) fd++;
      taken[fd] = 1;
      taken[fd] = 0;
    }
  };
}

compare(`allocate from a random number up, and close, in a table of ${SLOTS} slots`, 200_000, [
  ["1% full", allocate(0.01)],
  ["50% full", allocate(0.5)],
  ["99.9% full", allocate(0.999)],
  ["99.9% full, the search alone, slot by slot", scan(0.999)],
]);

const table = new DescriptorTable();
const raw = (count: number): void => {
  for (let n = 0; n < count; n++) {
    const fd = table.get_unused_fd_flags(0);
    table.fd_install(fd, new OpenFile("x"));
    table.close(fd);
  }
};
const guarded = (count: number): void => {
  with_current(
    (current) => {
      for (let n = 0; n < count; n++) {
        using fd = get_unused_fd_flags(current, 0);
        using file = filp_open("x");
        if (!fd.ok || !file.ok) throw new Error("no room");
        const number = fd.reserved_fd();
        fd_install(fd, file);
        table.close(number);
      }
    },
    { table },
  );
};
const dropped = (count: number): void => {
  with_current(
    (current) => {
      for (let n = 0; n < count; n++) {
        using fd = get_unused_fd_flags(current, 0);
        if (!fd.ok) throw new Error("no room");
        put_unused_fd(fd);
      }
    },
    { table },
  );
};
const batched = (count: number): void => {
  with_current(
    (current) => {
      for (let n = 0; n < count; n += 32) {
        using batch = reserveBatch(current, 32, 0);
        if (!batch.ok) throw new Error("no room");
        const numbers = batch.reserved_fds();
        const files = Array.from({ length: 32 }, () => {
          const file = filp_open("x");
          if (!file.ok) throw new Error("no room");
          return file;
        });
        // @ts-expect-error the length of `files` is known to the run time only
        installBatch(batch, files);
        for (const fd of numbers) table.close(fd);
      }
    },
    { table },
  );
};
const without =
  (run: (count: number) => void) =>
  (count: number): void => {
    recordPositions(false);
    run(count);
    recordPositions(true);
  };

compare("reserve, open, install and close one descriptor", 40_000, [
  ["bare table", raw],
  ["guarded, positions not recorded", without(guarded)],
  ["guarded", guarded],
  ["guarded, batches of 32, positions not recorded", without(batched)],
  ["guarded, batches of 32", batched],
]);

compare("reserve and drop one descriptor", 40_000, [
  [
    "bare table",
    (count) => {
      for (let n = 0; n < count; n++) table.put_unused_fd(table.get_unused_fd_flags(0));
    },
  ],
  ["guarded, positions not recorded", without(dropped)],
  ["guarded", dropped],
]);
