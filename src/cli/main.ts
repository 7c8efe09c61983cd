#!/usr/bin/env node
import { messages } from "./messages.js";
import { describeError, stackOf } from "./one-line.js";
import { exitCode } from "./exit-code.js";
import { run } from "./run.js";

// A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});
process.on("uncaughtException", (error) => {
  process.stderr.write(`${messages.complaint(messages.crashed(describeError(error)))}\n${stackOf(error, process.env)}`);
  process.exit(exitCode.failed);
});

const stopped = new AbortController();
process.once("SIGINT", () => {
  stopped.abort();
  // Twice, or while a check runs that hears nothing: the usual end.
  process.once("SIGINT", () => process.exit(130));
});

const { env, stdout, stderr, argv } = process;
process.exitCode = await run(argv.slice(2), { cwd: process.cwd(), env, stdout, stderr }, stopped.signal);
