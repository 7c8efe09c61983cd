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

// Only while it watches: a check hears no signal until it is done, and with a handler in place could not be interrupted.
const onInterrupt = (): AbortSignal => {
  const stopped = new AbortController();
  process.once("SIGINT", () => {
    stopped.abort();
  });
  return stopped.signal;
};

const { env, stdout, stderr, argv } = process;
process.exitCode = await run(argv.slice(2), { cwd: process.cwd(), env, stdout, stderr }, onInterrupt);
