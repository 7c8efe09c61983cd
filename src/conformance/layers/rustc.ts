import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { sortCodes } from "../markers.js";
import { MatrixError, messages } from "../messages.js";
import type { CodeAt } from "../verdict.js";
import { cellOfCodes, describeCodes } from "./codes.js";
import type { Layer } from "./layer.js";

/** What rustc says of the same program in Rust. */
export const rustcLayer: Layer<readonly CodeAt[]> = {
  id: "rustc",
  async find() {
    const { failed, stdout } = await rustc(["--version"]);
    // rustc 1.95.0 (59807616e 2026-04-14)
    const version = /^rustc (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    return failed || version === undefined ? { here: false, why: "rustc is not installed" } : { here: true, version };
  },
  async run(_catalogue, cases, done) {
    const directory = await mkdtemp(join(tmpdir(), "movecheck-rustc-"));
    const found = new Map<string, readonly CodeAt[]>();
    const queue = cases.values();
    // Each case is a crate of its own: an error in one must not hide the borrow checker's errors in another.
    const worker = async (): Promise<void> => {
      for (const { name, rust } of queue) {
        found.set(name, await check(name, rust, join(directory, `${name}.rmeta`)));
        done(1);
      }
    };
    try {
      await Promise.all(Array.from({ length: availableParallelism() }, worker));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    return found;
  },
  recorded: (verdict) => verdict.rustc,
  record: (verdict, found) => ({ ...verdict, rustc: found }),
  describe: describeCodes,
  cell: (found) => cellOfCodes(found).replace(/\berror\b/, "error (no code)"),
  stops: (found) => found.length > 0,
};

async function check(name: string, file: string, out: string): Promise<CodeAt[]> {
  const { stderr, failed } = await rustc([
    "--edition=2021",
    "--crate-type=lib",
    "--emit=metadata",
    "--cap-lints=allow",
    "--error-format=json",
    "-o",
    out,
    file,
  ]);
  const errors = sortCodes(parseRustcOutput(name, stderr));
  if (failed !== errors.length > 0)
    throw new MatrixError(messages.stray(`in ${name}`, `rustc ended badly: ${stderr.slice(0, 300)}`));
  return errors;
}

interface RustcMessage {
  readonly level: string;
  readonly message: string;
  readonly code: { readonly code: string } | null;
  readonly spans: readonly { readonly file_name: string; readonly line_start: number; readonly is_primary: boolean }[];
}

/**
 * Reads the errors of `rustc --error-format=json`, one JSON document a line. An error without a number is called `error`.
 *
 * @throws MatrixError for an error outside the case's own file (the prelude, a macro of the library)
 */
export function parseRustcOutput(name: string, output: string): CodeAt[] {
  return output.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    const { level, message, code, spans } = JSON.parse(line) as RustcMessage;
    const span = spans.find((candidate) => candidate.is_primary);
    if (level !== "error" || span === undefined) return [];
    if (basename(span.file_name) !== "main.rs")
      throw new MatrixError(messages.stray(`${name}, ${span.file_name}`, message));
    return [{ code: code?.code ?? "error", line: span.line_start }];
  });
}

function rustc(args: readonly string[]): Promise<{ failed: boolean; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile("rustc", args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      done({ failed: error !== null, stdout, stderr });
    });
  });
}
