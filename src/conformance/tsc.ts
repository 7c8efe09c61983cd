import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";

/** The compilers every claim about tsc is checked on. */
export const tscVersions = ["5.9", "6.0", "7.0"] as const;

/** One of the compilers, by its major and minor version. */
export type TscVersion = (typeof tscVersions)[number];

/** One error as `tsc --pretty false` prints it; lines and columns are 1-based, columns count UTF-16 units. */
export interface TscDiagnostic {
  /** Absolute path; empty for an error of no file, such as a wrong option. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As tsc writes it: `TS2345`. */
  readonly code: string;
  /** The whole message, its indented continuation lines included. */
  readonly message: string;
}

/** What one run of one compiler said. */
export interface TscRun {
  /** The full version, `6.0.3`. */
  readonly version: string;
  /** In the compiler's order: by file, then by position. */
  readonly diagnostics: readonly TscDiagnostic[];
  /** What `--extendedDiagnostics` printed, by name (`Types` -> 17206, `Check time` -> 0.42); empty without the option. */
  readonly measures: ReadonlyMap<string, number>;
  readonly milliseconds: number;
}

/** How to run a compiler. */
export interface TscOptions {
  /** Laid over {@link strictOptions}. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** A `package.json`'s folder to look the compiler up from; this package's by default. */
  readonly from?: string;
}

/** The options the types promise to work under: the strictest, library files included. */
export const strictOptions = {
  target: "es2022",
  lib: ["es2023", "esnext.disposable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
} as const;

/** The npm names of the compilers, as this package's `package.json` installs them. */
const packages: Readonly<Record<TscVersion, string>> = {
  "5.9": "typescript-5.9",
  "6.0": "typescript",
  "7.0": "typescript-7",
};

/** A compiler that is installed: its script and its full version. */
export interface InstalledTsc {
  readonly script: string;
  readonly version: string;
}

/**
 * Finds a compiler, `undefined` where it is not installed.
 *
 * @param from a folder to look it up from; this package's by default
 */
export async function findTsc(version: TscVersion, from?: string): Promise<InstalledTsc | undefined> {
  const require = createRequire(from === undefined ? import.meta.url : join(from, "package.json"));
  let manifest: string;
  try {
    manifest = require.resolve(`${packages[version]}/package.json`);
  } catch {
    return undefined;
  }
  const { version: full } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  return full.startsWith(`${version}.`) ? { script: join(dirname(manifest), "bin", "tsc"), version: full } : undefined;
}

/** `a.ts(3,7): error TS2345: ...` */
const located = /^(.+)\((\d+),(\d+)\): (?:error|warning) (TS\d+): (.*)$/;
/** `error TS5023: ...` */
const unlocated = /^(?:error|warning) (TS\d+): (.*)$/;
/** `Check time:  0.42s`, `Types:  17206`, `Memory used:  80123K` */
const measured = /^([A-Z][\w/ ]*):\s+([\d.]+)[sKM]?$/;

/** Reads what `tsc --pretty false` printed; relative paths are taken from `directory`. */
export function parseTscOutput(output: string, directory: string): Pick<TscRun, "diagnostics" | "measures"> {
  const diagnostics: TscDiagnostic[] = [];
  const measures = new Map<string, number>();
  for (const text of output.split(/\r?\n/)) {
    const at = located.exec(text);
    const nowhere = unlocated.exec(text);
    const last = diagnostics.at(-1);
    const measure = measured.exec(text);
    if (at !== null) {
      const [, file = "", line, column, code = "", message = ""] = at;
      diagnostics.push({ file: resolve(directory, file), line: Number(line), column: Number(column), code, message });
    } else if (nowhere !== null) {
      const [, code = "", message = ""] = nowhere;
      diagnostics.push({ file: "", line: 0, column: 0, code, message });
    } else if (measure !== null) {
      measures.set(measure[1] ?? "", Number(measure[2]));
    } else if (last !== undefined && text.startsWith(" ")) {
      diagnostics[diagnostics.length - 1] = { ...last, message: `${last.message}\n${text}` };
    }
  }
  return { diagnostics, measures };
}

/**
 * Typechecks files with one compiler, in a process of its own, as one program.
 *
 * @param files absolute paths
 * @throws Error when the compiler is not installed, or ended without checking (it crashed)
 *
 * @example
 * const { diagnostics } = await runTsc("7.0", ["/project/a.ts"]);
 */
export async function runTsc(version: TscVersion, files: readonly string[], options: TscOptions = {}): Promise<TscRun> {
  const compiler = await findTsc(version, options.from);
  if (compiler === undefined)
    throw new Error(`TypeScript ${version} is not installed (npm package ${packages[version]})`);
  return runCompiler(compiler, files, options);
}

/** As {@link runTsc}, with a compiler found elsewhere (a nightly). */
export async function runCompiler(
  compiler: InstalledTsc,
  files: readonly string[],
  options: Omit<TscOptions, "from"> = {},
): Promise<TscRun> {
  // The options go through a file: a command line has no `paths`, and a length limit.
  const directory = await mkdtemp(join(tmpdir(), "movecheck-tsc-"));
  try {
    const project = join(directory, "tsconfig.json");
    const compilerOptions = { ...strictOptions, ...options.compilerOptions };
    await writeFile(project, JSON.stringify({ compilerOptions, files }));
    const start = performance.now();
    const { output, status } = await run(
      process.execPath,
      [compiler.script, "-p", project, "--pretty", "false"],
      directory,
    );
    const milliseconds = performance.now() - start;
    const parsed = parseTscOutput(output, directory);
    if (status !== 0 && parsed.diagnostics.length === 0) {
      throw new Error(
        `TypeScript ${compiler.version} ended with status ${status} and no diagnostics: ${output.trim().slice(0, 500)}`,
      );
    }
    return { version: compiler.version, ...parsed, milliseconds };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): Promise<{ output: string; status: number }> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", failed);
    child.on("close", (status) => {
      done({ output, status: status ?? 1 });
    });
  });
}
