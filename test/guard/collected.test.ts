import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { end, watch } from "../../src/guard/collected.js";
import type { Owned } from "../../src/guard/owned.js";
import { GuardedRecord } from "../../src/guard/record.js";

const watched = (): [value: object, owned: Owned] => {
  const value = {};
  const owned = new GuardedRecord("Value", undefined);
  watch(value, owned);
  return [value, owned];
};

void describe("the finalizer", () => {
  void it("is told only of what is live when the job that made it is over", async () => {
    const [, consumed] = watched();
    const [, live] = watched();
    end(consumed, "eat", undefined);
    assert.deepEqual([live.registered, live.value !== undefined, consumed.value], [false, true, undefined]);
    await nextTurn();
    assert.deepEqual([live.registered, live.value, consumed.registered], [true, undefined, false]);
    end(live, "eat", undefined);
  });

  void it("is told earlier in a job that makes many, so that they are not all held", () => {
    const all = Array.from({ length: 600 }, watched).map(([, owned]) => owned);
    const registered = all.filter((owned) => owned.registered).length;
    assert.ok(registered > 300 && registered < 600, `${registered} of 600`);
    for (const owned of all) end(owned, "eat", undefined);
  });

  void it("tells those who asked for it, in the order made", async () => {
    const order: number[] = [];
    for (const n of [1, 2, 3]) {
      const [, owned] = watched();
      owned.onRegistered = () => order.push(n);
    }
    await nextTurn();
    assert.deepEqual(order, [1, 2, 3]);
  });
});
