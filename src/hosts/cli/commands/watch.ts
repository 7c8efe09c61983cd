import { watchProject } from "../../../project/watch-project.js";
import { ProgramFactory } from "../../../project/program/program-factory.js";
import { ProjectError } from "../../../project/config/project-error.js";
import type { Project } from "../../../project/program/load-project.js";
import type { Io } from "../io.js";
import { messages } from "../messages.js";
import type { CheckRequest } from "./check-request.js";
import { printReport, runCheck } from "./check.js";

/** Quick successive saves count as one. */
const SETTLE_MS = 100;

/**
 * Runs `movecheck check --watch`: checks, then again whenever a file of the project changes, until the signal aborts.
 *
 * A project that cannot be loaded at first is an error; one that breaks later is reported, and waited for.
 *
 * @throws ProjectError when the first load fails
 */
export async function watch(request: CheckRequest, io: Io, signal: AbortSignal): Promise<void> {
  const factory = new ProgramFactory();
  const first = runCheck(request, io, factory);
  let project: Project = first.project;
  printReport(request, io, first.report);
  for (;;) {
    io.stdout.write(`${messages.watching}\n`);
    if (!(await nextChange(project, signal))) return;
    io.stdout.write(`${messages.changed}\n\n`);
    factory.refresh();
    try {
      const run = runCheck(request, io, factory);
      project = run.project;
      printReport(request, io, run.report);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
      io.stderr.write(`${messages.complaint(error.message)}\n`);
    }
  }
}

/** Waits until a file of the project has changed, and nothing more for a moment; `false` when the signal aborts first. */
async function nextChange(project: Project, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  return new Promise<boolean>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const stop = watchProject(project, () => {
      clearTimeout(timer);
      timer = setTimeout(done, SETTLE_MS);
    });
    function done(): void {
      stop();
      signal.removeEventListener("abort", done);
      resolve(!signal.aborted);
    }
    signal.addEventListener("abort", done);
  });
}
