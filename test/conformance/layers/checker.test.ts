import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadCatalogue, ownCatalogue } from "../../../src/conformance/catalogue.js";
import { assertBuilt } from "../../../src/conformance/layers/built.js";
import { checkerLayer } from "../../../src/conformance/layers/checker.js";

const unbuilt = await assertBuilt().then(
  () => false,
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
);

describe("the checker's layer", () => {
  it(
    "asks the checker about each case, and hears nothing against the plainest valid ones",
    { skip: unbuilt },
    async () => {
      const catalogue = await loadCatalogue(ownCatalogue);
      const cases = catalogue.cases.filter(({ name }) => name === "valid-commit" || name === "valid-drop");
      let done = 0;
      const found = await checkerLayer.run(catalogue, cases, (count) => {
        done += count;
      });
      assert.deepEqual(
        [...found],
        [
          ["valid-commit", []],
          ["valid-drop", []],
        ],
      );
      assert.equal(done, 2);
    },
  );

  it("never becomes the recorded verdict: the marks in case.ts are", async () => {
    const { cases } = await loadCatalogue(ownCatalogue);
    for (const { verdict } of cases) assert.equal(checkerLayer.record(verdict, [{ code: "MC0382", line: 1 }]), verdict);
  });
});
