import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CheckRequest } from "./commands/check-request.js";
import { exitCode } from "./exit-code.js";
import type { ExitCode } from "./exit-code.js";
import { formatNames } from "./format/format.js";
import type { FormatName } from "./format/format.js";
import type { Io } from "./io.js";
import { messages } from "./messages.js";
import { describeError, isStackOverflow, stackOf } from "./one-line.js";
import { UsageError } from "./usage-error.js";
import { ownVersion } from "../shared/version.js";

interface CheckFlags {
  readonly format: FormatName;
  readonly project?: string;
  readonly maxWarnings?: number;
  readonly tscVisible?: true;
  readonly force?: true;
  readonly fix?: true;
  readonly watch?: true;
  readonly writeBaseline?: true;
  /** False under `--no-baseline`. */
  readonly baseline: boolean;
}

/** Makes the signal that ends a command which would go on for ever. */
export type Stop = () => AbortSignal;

const never: Stop = () => new AbortController().signal;

/**
 * Runs the command line.
 *
 * Never throws: whatever goes wrong becomes one line on stderr and an exit status.
 *
 * @param args the arguments after the command's name
 * @param stop called when `--watch` begins; its signal ends it
 */
export async function run(args: readonly string[], io: Io, stop: Stop = never): Promise<ExitCode> {
  let status: ExitCode = exitCode.clean;
  const finish = (code: ExitCode): void => {
    status = code;
  };
  try {
    await commandLine(io, stop, finish).parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.clean;
    io.stderr.write(complaintOf(error, io.env));
    return exitCode.failed;
  }
}

/** What goes to stderr when a command failed: one line, and where it failed for those who ask. */
export function complaintOf(error: unknown, env: Io["env"]): string {
  return `${messages.complaint(complaint(error))}\n${stackOf(error, env)}`;
}

/** What to say about an error: a person's mistake in its own words, anything else as a bug. */
function complaint(error: unknown): string {
  if (error instanceof CommanderError) return error.message.replace(/^error: /u, "");
  // By name: loading the project's module, and with it a compiler, only to compare classes would cost half a second.
  if (error instanceof UsageError || (error instanceof Error && error.name === "ProjectError")) return error.message;
  return isStackOverflow(error) ? messages.tooDeepToLoad : messages.crashed(describeError(error));
}

function commandLine(io: Io, stop: Stop, finish: (code: ExitCode) => void): Command {
  const program = new Command(messages.name)
    .description(messages.description)
    .version(ownVersion())
    .addHelpText("after", messages.exitCodes)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        io.stdout.write(text);
      },
      // Complaints are printed once, by `run`.
      writeErr: () => undefined,
    })
    .usage(messages.usage)
    .helpCommand("help [command]", messages.helpDescription)
    .argument("[command]")
    .action((command: string | undefined) => {
      throw new UsageError(command === undefined ? messages.noCommand : messages.unknownCommand(command));
    });
  program
    .command("check")
    .description(messages.checkDescription)
    .argument("[files...]", messages.checkFiles)
    .option("-p, --project <tsconfig>", messages.optionProject)
    .addOption(new Option("--format <format>", messages.optionFormat).choices(formatNames).default("pretty"))
    .option("--max-warnings <n>", messages.optionMaxWarnings, parseCount)
    .option("--tsc-visible", messages.optionTscVisible)
    .option("--fix", messages.optionFix)
    .option("--watch", messages.optionWatch)
    .option("--force", messages.optionForce)
    .option("--write-baseline", messages.optionWriteBaseline)
    .option("--no-baseline", messages.optionNoBaseline)
    .addHelpText("after", messages.exitCodes)
    .action(async (files: string[], flags: CheckFlags) => {
      const request = checkRequest(files, flags);
      // The compiler is loaded only by the commands that need it.
      if (request.watch) {
        const { watch } = await import("./commands/watch.js");
        await watch(request, io, stop());
      } else {
        const { check } = await import("./commands/check.js");
        finish(await check(request, io));
      }
    });
  program
    .command("explain")
    .description(messages.explainDescription)
    .argument("[code]", messages.explainCode)
    .action(async (code: string | undefined) => {
      const { explain } = await import("./commands/explain.js");
      finish(explain(code, io));
    });
  program
    .command("lsp")
    .description(messages.lspDescription)
    .addOption(new Option("--stdio", messages.optionStdio).makeOptionMandatory())
    // VS Code's client adds its process id, which the protocol's library reads by itself.
    .addOption(new Option("--clientProcessId <pid>").hideHelp())
    .action(async () => {
      const { serveStdio } = await import("../lsp/index.js");
      serveStdio();
    });
  program
    .command("matrix")
    .description(messages.matrixDescription)
    .argument("[args...]", messages.matrixArguments)
    .allowUnknownOption()
    .helpOption(false)
    .action(async (args: string[]) => {
      const { matrix } = await import("./commands/matrix.js");
      finish(await matrix(args, io));
    });
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function checkRequest(files: readonly string[], flags: CheckFlags): CheckRequest {
  const { project, maxWarnings, format } = flags;
  if (flags.watch === true && format !== "pretty") throw new UsageError(messages.watchNeedsPretty);
  if (flags.watch === true && flags.writeBaseline === true) throw new UsageError(messages.baselineNeedsOneRun);
  return {
    files,
    format,
    writeBaseline: flags.writeBaseline ?? false,
    noBaseline: !flags.baseline,
    tscVisible: flags.tscVisible ?? false,
    force: flags.force ?? false,
    fix: flags.fix ?? false,
    watch: flags.watch ?? false,
    ...(project === undefined ? {} : { project }),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
  };
}

function parseCount(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError(messages.notANumber);
  return Number(value);
}
