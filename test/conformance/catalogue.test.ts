import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { misuseAreas, validAreas } from "../../src/conformance/areas.js";
import { type Case, loadCatalogue, ownCatalogue } from "../../src/conformance/catalogue.js";
import { tscVersions } from "../../src/conformance/tsc.js";
import { recordedTsc } from "../../src/conformance/verdict.js";

let cases: readonly Case[] = [];
let misuses: readonly Case[] = [];
let valid: readonly Case[] = [];
before(async () => {
  ({ cases } = await loadCatalogue(ownCatalogue));
  misuses = cases.filter(({ verdict }) => verdict.kind === "misuse");
  valid = cases.filter(({ verdict }) => verdict.kind === "valid");
});

/** The names of the cases for which something does not hold: an assertion that it is empty shows them. */
function where(of: readonly Case[], wrong: (each: Case) => boolean): string[] {
  return of.filter(wrong).map(({ name }) => name);
}

describe("the misuse catalogue", () => {
  it("has at least 70 misuses and 50 valid uses, in every area", () => {
    assert.ok(misuses.length >= 70, `${misuses.length} misuses`);
    assert.ok(valid.length >= 50, `${valid.length} valid uses`);
    const uncovered = (areas: readonly string[], of: readonly Case[]): string[] =>
      areas.filter((area) => !of.some(({ verdict }) => verdict.area === area));
    assert.deepEqual([uncovered(misuseAreas, misuses), uncovered(validAreas, valid)], [[], []]);
  });

  it("says each thing once: no two titles are the same", () => {
    const titles = cases.map(({ verdict }) => verdict.title);
    assert.deepEqual(
      titles.filter((title, at) => titles.indexOf(title) !== at),
      [],
    );
  });

  it("names valid uses valid-*, and nothing else", () => {
    assert.deepEqual(
      where(cases, ({ name, verdict }) => name.startsWith("valid-") !== (verdict.kind === "valid")),
      [],
    );
  });

  it("marks where each misuse is, and nothing in a valid use", () => {
    assert.deepEqual(
      where(misuses, ({ marked }) => marked.length === 0),
      [],
    );
    assert.deepEqual(
      where(valid, ({ marked, markedRust }) => marked.length + markedRust.length > 0),
      [],
    );
  });

  it("has the checker's codes as case.ts marks them", () => {
    const codes = ({ marked }: Case): unknown => marked.filter(({ code }) => code !== "tsc");
    for (const each of cases) assert.deepEqual(each.verdict.checker, codes(each), each.name);
  });

  it("has rustc's codes as main.rs marks them: decided first, then measured", () => {
    for (const { name, verdict, markedRust } of cases) assert.deepEqual(verdict.rustc, markedRust, name);
  });

  it("is stopped whole by tsc and the checker together: the checker has a code for each misuse, or tsc must catch it", () => {
    assert.deepEqual(
      where(misuses, ({ verdict }) => verdict.checker.length === 0 && verdict.mustCatch !== true),
      [],
    );
  });
});

for (const version of tscVersions) {
  describe(`TypeScript ${version} alone, by the recorded verdicts`, () => {
    it("stops every misuse that the types promise to catch (tagged mustCatch), on every line marked tsc or, where none is, every marked line", () => {
      const mustCatch = misuses.filter(({ verdict }) => verdict.mustCatch === true);
      assert.ok(mustCatch.length >= 90, `${mustCatch.length} are tagged`);
      const missed = mustCatch.flatMap(({ name, marked, verdict }) => {
        const lines = new Set(recordedTsc(verdict, version).map(({ line }) => line));
        const forTsc = marked.filter(({ code }) => code === "tsc");
        return (forTsc.length > 0 ? forTsc : marked)
          .filter(({ line }) => !lines.has(line))
          .map(({ line }) => `${name}:${line}`);
      });
      assert.deepEqual(missed, []);
    });

    it("has nothing against any valid use", () => {
      assert.deepEqual(
        where(valid, ({ verdict }) => recordedTsc(verdict, version).length > 0),
        [],
      );
    });
  });
}
