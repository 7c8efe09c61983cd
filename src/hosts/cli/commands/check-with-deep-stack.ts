import { Worker } from "node:worker_threads";
import type { ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";
import type { CheckRequest } from "./check-request.js";

/** More than 200 times the default; only what is used of it takes memory. */
const STACK_MB = 256;

/** What the thread is given: a run of the command. */
export interface DeepRequest {
  readonly request: CheckRequest;
  readonly cwd: string;
  readonly env: Io["env"];
  readonly terminal: boolean;
}

/** What the thread answers: all that the run printed, and how it ended. */
export interface DeepAnswer {
  readonly status: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `movecheck check` in a thread with a larger stack: code nested a thousand deep overflows that of the process,
 * which can't be enlarged safely.
 *
 * @returns the exit status, or nothing when the thread could not do it; then nothing has been printed
 */
export async function checkWithDeepStack(request: CheckRequest, io: Io): Promise<ExitCode | undefined> {
  const terminal = io.stdout.isTTY === true;
  const workerData: DeepRequest = { request, cwd: io.cwd, env: { ...io.env }, terminal };
  const answer = await new Promise<DeepAnswer | undefined>((resolve) => {
    const worker = new Worker(new URL("./deep-stack-worker.js", import.meta.url), {
      workerData,
      resourceLimits: { stackSizeMb: STACK_MB },
    });
    worker.once("message", resolve);
    worker.once("error", () => {
      resolve(undefined);
    });
    worker.once("exit", () => {
      resolve(undefined);
    });
  });
  if (answer === undefined) return undefined;
  io.stdout.write(answer.stdout);
  io.stderr.write(answer.stderr);
  return answer.status;
}
