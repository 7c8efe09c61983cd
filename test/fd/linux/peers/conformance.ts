// Compares the table in memory with the one of this process on random sequences, and prints what it did.
// Arguments: placeholders or kernel, how many operations at least, the longest sequence, the seed.
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { kernelReserver } from "../conformance/kernel-reserver.js";
import { operation } from "../conformance/operation.js";
import { placeholderReserver } from "../conformance/placeholder-reserver.js";
import { ProcessTable } from "../conformance/process-table.js";
import { Sequence, type Tally } from "../conformance/run-sequence.js";
import { syscalls } from "../support/syscalls.js";

const [mode, wanted, length, seed] = [process.argv[2], ...process.argv.slice(3).map(Number)] as [
  string,
  number,
  number,
  number,
];

// What the first call on another thread and the first timer open is not the test's.
await new Promise((resolve) => {
  syscalls.accept4_async(-1, 0, resolve);
});
await setTimeout(1);

const table = new ProcessTable();
const reserver = mode === "kernel" ? kernelReserver(table) : placeholderReserver(table);
const tally: Tally = { operations: 0, divergences: new Map() };
let failure: string | undefined;
for (let run = 0; failure === undefined && tally.operations < wanted; run++) {
  const result = await fc.check(
    fc.asyncProperty(fc.array(operation, { maxLength: length, size: "max" }), async (operations) => {
      try {
        await new Sequence(table, reserver, tally).run(operations);
      } finally {
        await reserver.settle();
        table.reset();
      }
    }),
    { numRuns: 10, seed: seed + run, endOnFailure: process.argv.includes("--no-shrink") },
  );
  if (result.failed) {
    const sequence = result.counterexample?.[0].map((step) => JSON.stringify(step)).join("\n");
    failure = `seed ${seed + run}, path ${result.counterexamplePath}\n${sequence}\n${String(result.errorInstance)}`;
  }
}
table.remove();
console.log(
  JSON.stringify({ failure, operations: tally.operations, divergences: Object.fromEntries(tally.divergences) }),
);
process.exit(0);
