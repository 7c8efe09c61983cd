import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runChecker } from "./checker/run.js";
import { compare } from "./compare.js";
import { readCorpus, type CorpusCase } from "./corpus/corpus.js";
import { sameLeaks } from "./judge/leaks.js";
import { runPaths } from "./judge/paths.js";
import { printTypescript } from "./print/typescript.js";
import { parseReported } from "./rustc/verdicts.js";

/** Whether every judge of a case agrees, rustc by its recorded verdict. */
function agree({ subject, exceptions, rustc, question }: CorpusCase): boolean {
  const paths = runPaths(subject, exceptions);
  const [checked] = runChecker([subject]);
  const verdict = rustc === undefined ? paths.moves : parseReported(rustc);
  const comparison = compare(verdict, checked!.moves);
  return (
    !comparison.kind.startsWith("only") &&
    (question !== "first line" || (comparison.kind === "both reject" && comparison.sameLine)) &&
    !compare(verdict, paths.moves).kind.startsWith("only") &&
    sameLeaks(paths, checked!)
  );
}

describe("minimal functions on which two judges once differed", () => {
  for (const [name, corpusCase] of readCorpus()) {
    it(`${corpusCase.knownGap ? "known gap: " : ""}${name}: ${corpusCase.about}`, () => {
      assert.deepEqual(printTypescript("f", corpusCase.subject).lines, corpusCase.typescript);
      assert.equal(agree(corpusCase), !corpusCase.knownGap);
    });
  }
});
