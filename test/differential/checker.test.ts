import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runChecker } from "./checker/run.js";
import { generate } from "./generator/generate.js";
import { formatLeaks, LeakTally } from "./judge/leaks.js";
import { runPaths } from "./judge/paths.js";
import { Tally } from "./judge/tally.js";
import { readRecorded, recordedSubject } from "./recorded/recorded.js";
import { formatReported } from "./rustc/verdicts.js";

const slice = 3_000;
const shared = Array.from({ length: slice }, (_, index) => recordedSubject(index));
const checked = Array.from({ length: slice / 500 }, (_, at) =>
  runChecker(shared.slice(at * 500, at * 500 + 500)),
).flat();

describe(`the checker on ${slice} generated functions`, () => {
  it("rejects those that rustc rejects, at the same first line in 99 of 100", () => {
    const { verdicts } = readRecorded(shared);
    const tally = new Tally();
    const different = checked.flatMap(({ moves }, index) =>
      tally.add(verdicts[index]!, moves)
        ? [`${index}: rustc ${formatReported(verdicts[index]!)}, checker ${formatReported(moves)}`]
        : [],
    );
    assert.deepEqual(different, []);
    assert.ok(tally.bothReject > slice * 0.4, `${tally.bothReject} rejected`);
    assert.ok(tally.sameLine >= tally.bothReject * 0.99, `first lines equal: ${tally.sameLinePercent}`);
  });

  it("finds leaks of the variables of which path enumeration finds them", () => {
    const tally = new LeakTally();
    const different = checked.flatMap((verdict, index) => {
      const paths = runPaths(shared[index]!, false);
      return tally.add(paths, verdict)
        ? [`${index}: paths ${formatLeaks(paths.leaks)}, checker ${formatLeaks(verdict.leaks)}`]
        : [];
    });
    assert.deepEqual(different, []);
    assert.ok(tally.leaking > slice * 0.2 && tally.leaking < slice * 0.9, `${tally.leaking} leak`);
    assert.ok(tally.byThrow > slice * 0.1, `${tally.byThrow} leak if a call throws`);
  });
});

describe("the checker on 1000 generated functions with try, throw and using", () => {
  const subjects = Array.from({ length: 1_000 }, (_, index) =>
    generate(7919, index, { closures: true, exceptions: true }),
  );
  const results = [...runChecker(subjects.slice(0, 500)), ...runChecker(subjects.slice(500))];

  it("finds the misuses and the leaks that path enumeration finds", () => {
    const tally = new LeakTally();
    const different = results.flatMap((verdict, index) => {
      const paths = runPaths(subjects[index]!, true);
      const misuse = new Tally().add(paths.moves, verdict.moves);
      const leak = tally.add(paths, verdict);
      const [expected, found] = [paths, verdict].map(
        ({ moves, leaks }) => `${formatReported(moves)} ${formatLeaks(leaks)}`,
      );
      return misuse || leak ? [`${index}: paths ${expected}, checker ${found}`] : [];
    });
    assert.deepEqual(different, []);
    assert.ok(tally.byThrow > 100, `${tally.byThrow} leak if a call throws`);
  });
});
