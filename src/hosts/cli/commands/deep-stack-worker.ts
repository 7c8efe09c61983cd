import { parentPort, workerData } from "node:worker_threads";
import { exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import type { Io } from "../io.js";
import { complaintOf } from "../run.js";
import { checkOnce } from "./check.js";
import type { DeepAnswer, DeepRequest } from "./check-with-deep-stack.js";

const { request, cwd, env, terminal } = workerData as DeepRequest;
let stdout = "";
let stderr = "";
const io: Io = {
  cwd,
  env,
  stdout: { write: (text) => (stdout += text), isTTY: terminal },
  stderr: { write: (text) => (stderr += text) },
};
let status: ExitCode;
try {
  status = checkOnce(request, io);
} catch (error) {
  status = exitCode.failed;
  stderr += complaintOf(error, env);
}
const answer: DeepAnswer = { status, stdout, stderr };
parentPort?.postMessage(answer);
