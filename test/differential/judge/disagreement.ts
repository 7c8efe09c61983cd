import { runChecker } from "../checker/run.js";
import { compare } from "../compare.js";
import type { Subject } from "../language/subject.js";
import { runRustc } from "../rustc/run.js";
import { shrink } from "../shrink/shrink.js";
import { sameLeaks } from "./leaks.js";
import { runPaths } from "./paths.js";

/** Which two judges differ, on what. */
export type Question = "rustc and checker" | "rustc and paths" | "paths and checker" | "leaks" | "first line";

/** For each function whether the two judges of the question differ on it. */
async function differ(
  question: Question,
  subjects: readonly Subject[],
  exceptions: boolean,
): Promise<readonly boolean[]> {
  const rustc = question.includes("rustc") || question === "first line" ? await runRustc(subjects) : [];
  const checked = question === "rustc and paths" ? [] : runChecker(subjects);
  return subjects.map((subject, at) => {
    switch (question) {
      case "rustc and checker":
        return compare(rustc[at]!, checked[at]!.moves).kind.startsWith("only");
      case "rustc and paths":
        return compare(rustc[at]!, runPaths(subject, exceptions).moves).kind.startsWith("only");
      case "paths and checker":
        return compare(runPaths(subject, exceptions).moves, checked[at]!.moves).kind.startsWith("only");
      case "leaks":
        return !sameLeaks(runPaths(subject, exceptions), checked[at]!);
      case "first line": {
        const comparison = compare(rustc[at]!, checked[at]!.moves);
        return comparison.kind === "both reject" && !comparison.sameLine;
      }
    }
  });
}

/** The smallest function found on which the two judges still differ. */
export function minimise(question: Question, subject: Subject, exceptions: boolean): Promise<Subject> {
  return shrink(subject, async (smaller) => {
    // A reduction may read what was never set, or assign to what is borrowed: no misuse in TypeScript, and not compared.
    const fit = smaller.map((each) => isFit(each, exceptions));
    const failing = await differ(
      question,
      smaller.filter((_, at) => fit[at]),
      exceptions,
    );
    let next = 0;
    return fit.map((each) => each && failing[next++] === true);
  });
}

function isFit(subject: Subject, exceptions: boolean): boolean {
  try {
    return runPaths(subject, exceptions).moves.every(
      ({ code }) => code !== "E0381" && code !== "E0506" && code !== "unreached E0525",
    );
  } catch {
    return false;
  }
}
