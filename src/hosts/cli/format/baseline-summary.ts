import type { BaselineOutcome } from "../../../project/findings/report.js";
import type { BaselineSummary } from "../messages.js";
import { relativePath } from "./relative-path.js";

/** What a baseline knows of a run, in counts and with paths as people know them. */
export function baselineSummary({ file, known, gone }: BaselineOutcome, cwd: string): BaselineSummary {
  return {
    file: relativePath(cwd, file),
    known: known.length,
    gone: gone.map(({ code, text, count, ...each }) => ({ file: relativePath(cwd, each.file), code, text, count })),
  };
}
