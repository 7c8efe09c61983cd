import { join, relative } from "node:path";
import { applyBaseline } from "../../../project/baseline/apply-baseline.js";
import { BASELINE_FILE } from "../../../project/baseline/baseline.js";
import type { Baseline } from "../../../project/baseline/baseline.js";
import { baselineOf, readBaseline, writeBaseline } from "../../../project/baseline/baseline-file.js";
import { checkProject } from "../../../project/check-project.js";
import { loadProject } from "../../../project/program/load-project.js";
import type { Project } from "../../../project/program/load-project.js";
import { ProgramFactory } from "../../../project/program/program-factory.js";
import type { Report } from "../../../project/findings/report.js";
import { exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import { fixProject } from "../fix-project.js";
import { formats } from "../format/formats.js";
import { summarize } from "../format/summary.js";
import { wantsColor } from "../io.js";
import type { Io } from "../io.js";
import { messages } from "../messages.js";
import { describeError, isStackOverflow, stackOf } from "../one-line.js";
import { Progress } from "../progress.js";
import { ownVersion } from "../../shared/version.js";
import type { CheckRequest } from "./check-request.js";

/** One run of the check: what was loaded and what it found. */
export interface CheckRun {
  readonly project: Project;
  readonly report: Report;
}

/**
 * Runs `movecheck check` once; where the stack is too small for how deeply the code nests, again with a larger one.
 *
 * @returns the exit status
 * @throws ProjectError when the project cannot be loaded as asked
 */
export async function check(request: CheckRequest, io: Io): Promise<ExitCode> {
  const deep = async (): Promise<ExitCode | undefined> =>
    (await import("./check-with-deep-stack.js")).checkWithDeepStack(request, io);
  let run: CheckRun;
  try {
    run = runCheck(request, io, new ProgramFactory());
  } catch (error) {
    const status = isStackOverflow(error) ? await deep() : undefined;
    if (status === undefined) throw error;
    return status;
  }
  // What overflowed may have left the compiler's own tables half filled: everything is checked again.
  const status = run.report.internalErrors.some(({ error }) => isStackOverflow(error)) ? await deep() : undefined;
  return status ?? printReport(request, io, run.report);
}

/** The same with the stack that there is. */
export function checkOnce(request: CheckRequest, io: Io): ExitCode {
  return printReport(request, io, runCheck(request, io, new ProgramFactory()).report);
}

/** Loads and checks, with fixes applied if asked for. */
export function runCheck(request: CheckRequest, io: Io, factory: ProgramFactory): CheckRun {
  const progress = new Progress(io);
  const once = (): CheckRun => {
    const { project: path, files } = request;
    const project = loadProject({
      cwd: io.cwd,
      files,
      factory,
      asNeeded: !request.force,
      ...(path === undefined ? {} : { project: path }),
    });
    const report = checkProject(project, request, progress.update);
    return { project, report: minded(request, io, project, report) };
  };
  try {
    if (!request.fix) return once();
    const { last, edits, files } = fixProject(() => {
      factory.refresh();
      return once();
    });
    if (edits > 0) io.stderr.write(`${messages.complaint(messages.fixed(edits, files))}\n`);
    return last;
  } finally {
    progress.stop();
  }
}

/** A report without what a baseline knows; the baseline is written first when that is asked for. */
function minded(request: CheckRequest, io: Io, project: Project, report: Report): Report {
  if (request.noBaseline && !request.writeBaseline) return report;
  const file = join(project.folder, BASELINE_FILE);
  const shown = relative(io.cwd, file);
  const checked = project.parts.flatMap(({ sourceFiles }) => sourceFiles.map(({ fileName }) => fileName));
  let baseline: Baseline | undefined;
  try {
    baseline = readBaseline(file, shown);
  } catch (error) {
    // Writing it anew is the way out.
    if (!request.writeBaseline) throw error;
  }
  if (request.writeBaseline) {
    baseline = baselineOf(report.findings, file, checked, baseline);
    writeBaseline(file, shown, baseline);
    const entries = [...baseline.files.values()].flat();
    const total = entries.reduce((sum, { count }) => sum + count, 0);
    io.stderr.write(`${messages.complaint(messages.wroteBaseline(shown, total, baseline.files.size))}\n`);
  }
  return baseline === undefined ? report : applyBaseline(report, baseline, file, checked);
}

/** Prints a report in the format asked for and says how the run ended. */
export function printReport(request: CheckRequest, io: Io, report: Report): ExitCode {
  io.stdout.write(
    formats[request.format](report, { cwd: io.cwd, color: wantsColor(io, io.stdout), version: ownVersion() }),
  );
  for (const { file, error } of report.internalErrors) {
    io.stderr.write(`${messages.complaint(failureOn(relative(io.cwd, file), error))}\n`);
    io.stderr.write(stackOf(error, io.env));
  }
  const { errors, warnings } = summarize(report);
  if (report.internalErrors.length > 0) return exitCode.failed;
  if (errors > 0) return exitCode.found;
  if (request.maxWarnings !== undefined && warnings > request.maxWarnings) {
    io.stderr.write(`${messages.complaint(messages.tooManyWarnings(warnings, request.maxWarnings))}\n`);
    return exitCode.found;
  }
  return exitCode.clean;
}

function failureOn(file: string, error: unknown): string {
  return isStackOverflow(error) ? messages.tooDeep(file) : messages.internalError(file, describeError(error));
}
