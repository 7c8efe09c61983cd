import { judge } from "../generator/repair.js";
import type { Subject } from "../language/subject.js";
import { normalise, type Reported } from "../rustc/verdicts.js";

/** What path enumeration says of one function, in the form in which compilers report. */
export interface PathFindings {
  readonly moves: readonly Reported[];
  /** One entry at most for each code: whether a path leaks, or leaks only because a call threw. Lines are not compared. */
  readonly leaks: readonly Reported[];
}

/** Runs every path of a function; `exceptions` for one that only TypeScript can say. */
export function runPaths(subject: Subject, exceptions: boolean): PathFindings {
  const { violations, leaks } = judge(subject, exceptions);
  return {
    moves: normalise(violations.map(({ code, line }) => ({ code, line }))),
    leaks: leaks.some(({ exceptional }) => !exceptional) ? [{ code: "MC1001", line: 1 }] : [],
  };
}
