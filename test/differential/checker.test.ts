import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runChecker } from "./checker/run.js";
import { generate } from "./generator/generate.js";
import { runPaths } from "./judge/paths.js";
import { Tally } from "./judge/tally.js";
import { readRecorded, recordedSubject } from "./recorded/recorded.js";
import { formatReported } from "./rustc/verdicts.js";

const slice = 3_000;
const shared = Array.from({ length: slice }, (_, index) => recordedSubject(index));
const checked = Array.from({ length: slice / 500 }, (_, at) => runChecker(shared.slice(at * 500, at * 500 + 500))).flat();

describe(`the checker on ${slice} generated functions`, () => {
  it("rejects those that rustc rejects, at the same first line in 99 of 100", () => {
    const { verdicts } = readRecorded(shared);
    const tally = new Tally();
    const different = checked.flatMap(({ moves }, index) =>
      tally.add(verdicts[index]!, moves) ? [`${index}: rustc ${formatReported(verdicts[index]!)}, checker ${formatReported(moves)}`] : [],
    );
    assert.deepEqual(different, []);
    assert.ok(tally.bothReject > slice * 0.4, `${tally.bothReject} rejected`);
    assert.ok(tally.sameLine >= tally.bothReject * 0.99, `first lines equal: ${tally.sameLinePercent}`);
  });

  it("finds the leaks that path enumeration finds", () => {
    const tally = new Tally();
    const different = checked.flatMap(({ leaks }, index) =>
      tally.add(runPaths(shared[index]!, false).leaks, leaks.filter(({ code }) => code === "MC1001")) ? [`${index}: checker ${formatReported(leaks)}`] : [],
    );
    assert.deepEqual(different, []);
    assert.ok(tally.bothReject > slice * 0.2 && tally.bothReject < slice * 0.9, `${tally.bothReject} leak`);
  });
});

describe("the checker on 1000 generated functions with try, throw and using", () => {
  const subjects = Array.from({ length: 1_000 }, (_, index) => generate(7919, index, { closures: true, exceptions: true }));
  const results = [...runChecker(subjects.slice(0, 500)), ...runChecker(subjects.slice(500))];

  it("finds the misuses and the leaks that path enumeration finds", () => {
    const different = results.flatMap(({ moves, leaks }, index) => {
      const paths = runPaths(subjects[index]!, true);
      const misuse = new Tally().add(paths.moves, moves);
      const leak = new Tally().add(paths.leaks, leaks.filter(({ code }) => code === "MC1001"));
      return misuse || leak ? [`${index}: paths ${formatReported([...paths.moves, ...paths.leaks])}, checker ${formatReported([...moves, ...leaks])}`] : [];
    });
    assert.deepEqual(different, []);
  });
});
