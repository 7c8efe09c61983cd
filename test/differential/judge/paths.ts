import { judge } from "../generator/repair.js";
import type { Subject } from "../language/subject.js";
import { leakSet, temporary, type LeakOf } from "./leaks.js";
import { normalise, type Reported } from "../rustc/verdicts.js";

/** What path enumeration says of one function, in the form in which compilers report. */
export interface PathFindings {
  readonly moves: readonly Reported[];
  readonly leaks: readonly LeakOf[];
}

/** Runs every path of a function; `exceptions` for one that only TypeScript can say. */
export function runPaths(subject: Subject, exceptions: boolean): PathFindings {
  const { violations, leaks } = judge(subject, exceptions);
  return {
    moves: normalise(violations.map(({ code, line }) => ({ code, line }))),
    leaks: leakSet(
      leaks.map(({ place, exceptional }) => ({
        code: exceptional ? "MC1004" : "MC1001",
        variable: place?.root ?? temporary,
      })),
    ),
  };
}
