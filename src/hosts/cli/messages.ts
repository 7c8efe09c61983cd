import type { Summary } from "./format/summary.js";

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** A closing line of the pretty format: its coloured head and the rest. */
export interface ClosingLine {
  readonly style: "error" | "warning" | "help";
  readonly head: string;
  readonly text: string;
}

/** What the pretty format says about a baseline. */
export interface BaselineSummary {
  readonly file: string;
  readonly known: number;
  readonly gone: readonly {
    readonly file: string;
    readonly code: string;
    readonly text: string;
    readonly count: number;
  }[];
}

/** No more than this many are listed one by one. */
const LISTED = 10;

function aboutBaseline({ file, known, gone }: BaselineSummary): ClosingLine[] {
  const note = (text: string): ClosingLine => ({ style: "help", head: "note", text });
  const total = gone.reduce((sum, each) => sum + each.count, 0);
  const listed = gone.slice(0, LISTED).map((each) => {
    const times = each.count === 1 ? "" : ` (${each.count} times)`;
    return note(`gone: ${each.file}: ${each.code} at \`${each.text}\`${times}`);
  });
  const more = gone.length > LISTED ? [note(`gone: and ${gone.length - LISTED} more`)] : [];
  return [
    ...(known === 0 ? [] : [note(`${count(known, "finding")} in ${file} ${known === 1 ? "is" : "are"} not shown`)]),
    ...listed,
    ...more,
    ...(total === 0
      ? []
      : [
          note(
            `${count(total, "finding")} of ${file} ${total === 1 ? "is" : "are"} gone; --write-baseline forgets them`,
          ),
        ]),
  ];
}

const issues = "https://github.com/movecheck/movecheck/issues";

/** All that the command says to people. */
export const messages = {
  name: "movecheck",
  description: "Move-only, task-bound values for TypeScript: rustc's verdict on who owns what.",
  help: "help",

  checkDescription: "Check a project, or some of its files.",
  checkFiles: "files of the project to check (all of them if none is named)",
  optionProject: "the project's tsconfig.json, or its folder",
  optionFormat: "output format",
  optionMaxWarnings: "fail when there are more warnings than this",
  optionTscVisible: "also report MC1002: consumers called where plain tsc cannot see it",
  optionForce: "analyse files that no linear type reaches, too",
  optionFix: "apply the fixes that are safe, then check what is left",
  optionWriteBaseline: "write what is found now to movecheck-baseline.json; later runs tell only what is new",
  optionNoBaseline: "report what a baseline knows, too",
  optionWatch: "check again whenever a file changes",
  explainDescription: "What a diagnostic means, with a failing and a fixed example.",
  explainCode: "a code, such as MC0382",
  lspDescription: "Serves editors over the language server protocol.",
  optionStdio: "speak on standard input and output",
  matrixDescription: "Run the misuse matrix now: which layer stops what.",
  exitCodes: [
    "",
    "Exit codes of check: 0 no errors, 1 errors found or more warnings than --max-warnings, 2 bad usage,",
    "bad configuration or a file that movecheck itself failed on.",
    "",
    "Accept a finding with a comment on its line, or alone on the line above:",
    "  // movecheck-ignore MC1001 -- the reason",
  ].join("\n"),

  /** Every complaint on stderr is one line that starts like this. */
  complaint: (text: string): string => `movecheck: ${text.replaceAll(/\s*\r?\n\s*/gu, " ")}`,
  unknownCode: (code: string, known: readonly string[]): string =>
    `there is no diagnostic ${code}; known: ${known.join(", ")}`,
  notANumber: "It takes a whole number.",
  helpDescription: "Show help for a command.",
  usage: "[options] <command>",
  unknownCommand: (name: string): string => `there is no command ${name}; there are check, explain, lsp and matrix`,
  noCommand: "name a command: check, explain, lsp or matrix (movecheck --help says more)",
  tooManyWarnings: (found: number, allowed: number): string =>
    `${count(found, "warning")}, and --max-warnings allows ${allowed}`,
  cannotWrite: (file: string, why: string): string => `cannot write ${file}: ${why}`,
  baselineNeedsOneRun: "--write-baseline writes once; leave --watch out",
  wroteBaseline: (file: string, findings: number, files: number): string =>
    `wrote ${file}: ${count(findings, "finding")} in ${count(files, "file")}`,
  watchNeedsPretty: "--watch works with --format pretty only",
  matrixArguments: "as of `npm start`: names of cases, --json, --check, --record",
  internalError: (file: string, error: string): string =>
    `internal error while checking ${file}: ${error} (a bug in movecheck: please report it with this line and the file; MOVECHECK_DEBUG=1 prints where; ${issues})`,
  tooDeep: (file: string): string =>
    `cannot check ${file}: its code is nested too deeply; name the parts of its deepest expression, or move its innermost statements into functions`,
  tooDeepToLoad: "a file of the project is nested too deeply to be read; find it with tsc",
  crashed: (error: string): string =>
    `internal error: ${error} (a bug in movecheck: please report it with this line; MOVECHECK_DEBUG=1 prints where; ${issues})`,

  progress: "checking {bar} {value}/{total} files",
  watching: "Watching for changes.",
  changed: "A file changed; checking again.",
  fixed: (edits: number, files: number): string =>
    `applied ${count(edits, "fix").replace(/fixs$/u, "fixes")} in ${count(files, "file")}`,

  /** The last lines of the pretty format. */
  closing(summary: Summary, unsupported: number, baseline?: BaselineSummary): ClosingLine[] {
    const lines: ClosingLine[] = [];
    const { errors, warnings } = summary;
    if (errors > 0) {
      const also = warnings > 0 ? `; ${count(warnings, "warning")} emitted` : "";
      lines.push({ style: "error", head: "error", text: `${count(errors, "error")} found${also}` });
    } else if (warnings > 0)
      lines.push({ style: "warning", head: "warning", text: `${count(warnings, "warning")} emitted` });
    if (unsupported > 0) {
      const text = `${count(unsupported, "construct")} could not be modelled and ${unsupported === 1 ? "was" : "were"} left out; --format json lists ${unsupported === 1 ? "it" : "them"}`;
      lines.push({ style: "help", head: "note", text });
    }
    if (baseline !== undefined) lines.push(...aboutBaseline(baseline));
    return lines;
  },

  moreInformation: (codes: readonly string[]): string =>
    codes.length === 1
      ? `For more information about this error, try \`movecheck explain ${codes[0] ?? ""}\`.`
      : `Some errors have detailed explanations: ${codes.join(", ")}. For more about one, try \`movecheck explain ${codes[0] ?? ""}\`.`,

  explainFailing: "Erroneous code example:",
  explainFixed: "Fixed:",
  explainRustc: (code: string): string => `rustc: ${code}`,
  explainNoRustc: "rustc: no counterpart",
} as const;
