import { analysis, concerns, NOTHING_FOUND } from "./analyse-file.js";
import type { Analyser } from "./analyser.js";
import { IncrementalCheck } from "./incremental/incremental-check.js";
import { parseFile } from "./source/parse-file.js";

/**
 * Makes an analyser for a host whose files change: only what has changed in a file is analysed again.
 *
 * @returns a function that finds nothing in a text whose syntax is broken
 */
export function createAnalyser(): Analyser {
  const incremental = new IncrementalCheck();
  return (file) => {
    const { reached, mentioned } = concerns(file);
    if (!reached && !mentioned) return NOTHING_FOUND;
    const parsed = mentioned ? parseFile(file.program, file.sourceFile, true) : undefined;
    if (parsed !== undefined && "message" in parsed) return NOTHING_FOUND;
    const run = reached ? incremental.run(file) : undefined;
    return analysis(file, run?.result, parsed?.ast.comments, run?.facts);
  };
}
