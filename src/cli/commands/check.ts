import { relative } from "node:path";
import { checkProject } from "../../project/check-project.js";
import { loadProject } from "../../project/load-project.js";
import type { Project } from "../../project/load-project.js";
import { ProgramFactory } from "../../project/program-factory.js";
import type { Report } from "../../project/report.js";
import { exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import { fixProject } from "../fix-project.js";
import { formats } from "../format/formats.js";
import { summarize } from "../format/summary.js";
import { wantsColor } from "../io.js";
import type { Io } from "../io.js";
import { messages } from "../messages.js";
import { describeError, stackOf } from "../one-line.js";
import { Progress } from "../progress.js";
import { ownVersion } from "../version.js";
import type { CheckRequest } from "./check-request.js";

/** One run of the check: what was loaded and what it found. */
export interface CheckRun {
  readonly project: Project;
  readonly report: Report;
}

/**
 * Runs `movecheck check` once.
 *
 * @returns the exit status
 * @throws ProjectError when the project cannot be loaded as asked
 */
export function check(request: CheckRequest, io: Io): ExitCode {
  const { report } = runCheck(request, io, new ProgramFactory());
  return printReport(request, io, report);
}

/** Loads and checks, with fixes applied if asked for. */
export function runCheck(request: CheckRequest, io: Io, factory: ProgramFactory): CheckRun {
  const progress = new Progress(io);
  const once = (): CheckRun => {
    const { project: path, files } = request;
    const project = loadProject({ cwd: io.cwd, files, factory, asNeeded: !request.force, ...(path === undefined ? {} : { project: path }) });
    return { project, report: checkProject(project, request, progress.update) };
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

/** Prints a report in the format asked for and says how the run ended. */
export function printReport(request: CheckRequest, io: Io, report: Report): ExitCode {
  io.stdout.write(formats[request.format](report, { cwd: io.cwd, color: wantsColor(io, io.stdout), version: ownVersion() }));
  for (const { file, error } of report.internalErrors) {
    io.stderr.write(`${messages.complaint(messages.internalError(relative(io.cwd, file), describeError(error)))}\n`);
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
