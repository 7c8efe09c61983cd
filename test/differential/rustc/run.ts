import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Subject } from "../language/subject.js";
import { printRust, rustPrelude } from "../print/rust.js";
import { normalise, type Reported } from "./verdicts.js";

/** The version of the installed rustc, `1.95.0`, or undefined without one. */
export function rustcVersion(): string | undefined {
  const { status, stdout } = spawnSync("rustc", ["--version"], { encoding: "utf8" });
  return status === 0 ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined;
}

interface Message {
  readonly level?: string;
  readonly message?: string;
  readonly code?: { readonly code: string } | null;
  readonly spans?: readonly { readonly is_primary: boolean; readonly line_start: number }[];
}

/** Thrown when rustc rejects the file for a reason outside the comparison: the printer or the language is wrong. */
class RustcFailure extends Error {}

/**
 * rustc's errors in each of many functions, compiled as one file.
 *
 * Only the borrow checker may complain: an error of an earlier phase stops it, so it is thrown, not returned. E0525 is
 * the exception; it hides all other errors of its function only.
 *
 * @throws {RustcFailure}
 */
export async function runRustc(subjects: readonly Subject[]): Promise<readonly (readonly Reported[])[]> {
  const lines = rustPrelude.split("\n");
  const heads = subjects.map((subject, at) => {
    const head = lines.length + 1;
    lines.push(...printRust(`f${at}`, subject).lines);
    return head;
  });
  const folder = mkdtempSync(join(tmpdir(), "movecheck-differential-"));
  try {
    const file = join(folder, "lib.rs");
    writeFileSync(file, lines.join("\n"));
    const output = await rustc([
      "--edition",
      "2021",
      "--crate-type",
      "lib",
      "--emit=metadata",
      "-A",
      "warnings",
      "--error-format=json",
      "--out-dir",
      folder,
      file,
    ]);
    const found: Reported[][] = subjects.map(() => []);
    for (const text of output.split("\n")) {
      if (!text.startsWith("{")) continue;
      const message = JSON.parse(text) as Message;
      const primary = message.spans?.find((span) => span.is_primary);
      if (message.level !== "error" || !primary) continue;
      const at = heads.findLastIndex((head) => head <= primary.line_start);
      const own = found[at];
      if (!own || !message.code || !/^E0(382|505|507|509|525|381|506)$/.test(message.code.code)) {
        throw new RustcFailure(
          `${message.code?.code ?? ""} ${message.message ?? ""}: ${lines[primary.line_start - 1] ?? ""}`,
        );
      }
      own.push({ code: message.code.code, line: primary.line_start - heads[at]! + 1 });
    }
    return found.map(normalise);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rustc(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("rustc", args, { stdio: ["ignore", "ignore", "pipe"] });
    const chunks: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => {
      resolve(Buffer.concat(chunks).toString("utf8"));
    });
  });
}
