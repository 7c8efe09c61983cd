import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { divergences } from "./conformance/divergence.js";
import { linuxOnly } from "./support/linux-only.js";
import { Pair } from "./support/pair.js";
import { spawnPeer } from "./support/spawn-peer.js";

interface Outcome {
  readonly failure?: string;
  readonly operations: number;
  readonly divergences: Record<string, number>;
}

const seed = 20_261;

/** Runs in a process of its own: the limit is the whole process's, and so are the lowest numbers. */
async function compare(mode: "placeholders" | "kernel", operations: number): Promise<Outcome> {
  using pair = new Pair();
  const { code, output } = await spawnPeer("conformance", pair.left, [mode, String(operations), "200", String(seed)], {
    UV_THREADPOOL_SIZE: "12",
  }).ended;
  assert.equal(code, 0);
  return JSON.parse(output) as Outcome;
}

suite("the table in memory and the kernel's own, on the same random operations", { skip: linuxOnly }, () => {
  test("slots reserved by the kernel itself (threads blocked in accept4): 100,000 operations, no divergence", async (t) => {
    const outcome = await compare("kernel", 100_000);
    t.diagnostic(`seed ${seed}: ${outcome.operations} operations`);
    assert.equal(outcome.failure, undefined);
    assert.ok(outcome.operations >= 100_000);
    assert.deepEqual(outcome.divergences, {});
  });

  test("slots held by placeholders: 100,000 operations, no divergence but the documented ones", async (t) => {
    const outcome = await compare("placeholders", 100_000);
    t.diagnostic(
      `seed ${seed}: ${outcome.operations} operations; let through by placeholders: ${JSON.stringify(outcome.divergences)}`,
    );
    assert.equal(outcome.failure, undefined);
    assert.ok(outcome.operations >= 100_000);
    // Each of them came up, or the sequences would not have looked.
    assert.deepEqual(Object.keys(outcome.divergences).sort(), Object.keys(divergences).sort());
  });
});
