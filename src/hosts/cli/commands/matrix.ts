import { runMatrix } from "../../../conformance/command.js";
import { exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import { wantsColor } from "../io.js";
import type { Io } from "../io.js";

/**
 * Runs `movecheck matrix`: all tools over the misuse catalogue, now.
 *
 * @param args as `runMatrix` takes them
 */
export async function matrix(args: readonly string[], io: Io): Promise<ExitCode> {
  const status = await runMatrix(args, {
    out: (text) => {
      io.stdout.write(text);
    },
    error: (text) => {
      io.stderr.write(text);
    },
    colour: wantsColor(io, io.stdout),
    width: io.stdout.isTTY === true ? process.stdout.columns : 120,
    ...(io.stderr.isTTY === true ? { terminal: process.stderr } : {}),
  });
  return status === exitCode.clean || status === exitCode.found ? status : exitCode.failed;
}
