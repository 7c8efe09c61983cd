// A project with movecheck's command installed, for editors to open.
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A moved value is used on line 5; the fake checker's fix removes line 4. */
export const MISUSE = `interface Token { readonly n: number }
declare function consume(token: Token): void;
export function run(token: Token): number {
  consume(token);
  return token.n;
}
`;

/** A folder with a tsconfig.json, one file and `node_modules/.bin/movecheck`. */
export class EditorProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-editor-")));
  readonly file: string;

  /**
   * @param text the file's text
   * @param command what the project's `movecheck` runs in node
   */
  constructor(text: string, command: readonly string[]) {
    this.file = this.write("a.ts", text);
    this.write("package.json", JSON.stringify({ type: "module", private: true }));
    this.write("tsconfig.json", JSON.stringify({ compilerOptions: { strict: true, module: "nodenext", types: [] }, include: ["*.ts"] }));
    const bin = this.write("node_modules/.bin/movecheck", `#!/bin/sh\nexec ${[process.execPath, ...command].map((word) => `'${word}'`).join(" ")} "$@"\n`);
    chmodSync(bin, 0o755);
  }

  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The language server over the fake checker. */
export const FAKE_SERVER: readonly string[] = [
  "--import",
  createRequire(import.meta.url).resolve("tsx"),
  fileURLToPath(new URL("../../lsp/support/fake-server.ts", import.meta.url)),
];
