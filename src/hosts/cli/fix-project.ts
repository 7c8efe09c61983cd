import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { applyEdits } from "../../project/findings/apply-edits.js";
import type { Edit } from "../../checker/diagnostics/diagnostic.js";
import type { Report } from "../../project/findings/report.js";
import type { SourceText } from "../../project/source/source-text.js";
import { reason } from "../../project/config/load-config.js";
import { ProjectError } from "../../project/config/project-error.js";
import { messages } from "./messages.js";

/** What came of applying fixes. */
export interface FixOutcome<Run> {
  /** The run that found nothing more to fix. */
  readonly last: Run;
  /** Fixes applied. */
  readonly edits: number;
  /** Files changed. */
  readonly files: number;
}

/** One fix can make room for another, but they must come to an end. */
const MAX_PASSES = 10;

/**
 * Applies the fixes a run proposes, runs again, and so on until there is none left.
 *
 * @param run checks the files as they are on the disk
 * @throws ProjectError when a file cannot be written
 */
export function fixProject<Run extends { readonly report: Report }>(run: () => Run): FixOutcome<Run> {
  const changed = new Set<string>();
  let edits = 0;
  let last = run();
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const plan = planFixes(last.report);
    if (plan.size === 0) break;
    for (const [source, { edits: list, fixes }] of plan) {
      write(source.file, applyEdits(source.text, list));
      changed.add(source.file);
      edits += fixes;
    }
    last = run();
  }
  return { last, edits, files: changed.size };
}

interface Plan {
  readonly edits: Edit[];
  fixes: number;
}

/** The fixes to apply in one pass: in order of position, each whole, none over another. */
function planFixes({ findings }: Report): Map<SourceText, Plan> {
  const plans = new Map<SourceText, Plan>();
  for (const { source, fix } of findings) {
    if (fix === undefined) continue;
    const plan = plans.get(source) ?? { edits: [], fixes: 0 };
    if (fix.edits.some((edit) => plan.edits.some((other) => overlap(edit, other)))) continue;
    plan.edits.push(...fix.edits);
    plan.fixes += 1;
    plans.set(source, plan);
  }
  return plans;
}

/** Two insertions at one place overlap too: their order would be arbitrary. */
function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new ProjectError(messages.cannotWrite(relative(process.cwd(), file), reason(error)));
  }
}
