import { NO_FACTS } from "../checker/query/file-facts.js";
import type { Analyser } from "./analyser.js";
import { checkTree, checkWhole } from "./check-tree.js";
import { linearReach } from "./linear-reach.js";
import { parseFile } from "./parse-file.js";
import { SourceText } from "./source-text.js";
import { mentionsSuppression } from "./suppress/apply-suppressions.js";

/**
 * The checker for hosts that bring their own program.
 *
 * @returns a function that analyses one file; a text whose syntax is broken has no findings
 */
export function createAnalyser(): Analyser {
  return (file) => {
    const { program, sourceFile, options = {} } = file;
    const reached = linearReach(program).has(sourceFile);
    const comments = mentionsSuppression(sourceFile.text);
    if (!reached && !comments) return NOTHING_FOUND;
    const parsed = file.parsed ?? parseFile(program, sourceFile, comments);
    if ("message" in parsed) return NOTHING_FOUND;
    const tree = { ts: file.ts, program, source: new SourceText(sourceFile.fileName, sourceFile.text), ...parsed };
    const { findings } = checkTree(tree, options, reached ? checkWhole : undefined);
    return { findings, facts: NO_FACTS };
  };
}

const NOTHING_FOUND: ReturnType<Analyser> = { findings: [], facts: NO_FACTS };

