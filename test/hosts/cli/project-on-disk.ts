import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../../src/hosts/cli/run.js";
import type { ExitCode } from "../../../src/hosts/cli/exit-code.js";
import { linkPackages } from "../../support/packages.js";

/** What a command did. */
export interface Outcome {
  readonly status: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project in a temporary folder, with the library installed as a link to the built one. */
export class ProjectOnDisk {
  readonly folder: string;

  /** @param files texts by path; a plain strict tsconfig.json is added when there is none */
  constructor(files: Readonly<Record<string, string>>) {
    this.folder = mkdtempSync(join(tmpdir(), "movecheck-"));
    linkPackages(this.folder, ["movecheck"]);
    const config = JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: "nodenext",
        target: "es2022",
        lib: ["es2023", "esnext.disposable"],
        types: [],
      },
    });
    for (const [path, text] of Object.entries({
      "tsconfig.json": config,
      "package.json": `{"type":"module"}`,
      ...files,
    }))
      this.write(path, text);
  }

  /** Writes a file, and the folders it lies in. */
  write(path: string, text: string): void {
    const absolute = join(this.folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }

  /** Runs movecheck in the project's folder, in this process. */
  async run(...args: readonly string[]): Promise<Outcome> {
    let stdout = "";
    let stderr = "";
    const status = await run(args, {
      cwd: this.folder,
      env: {},
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
    });
    return { status, stdout, stderr };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
