// A project with movecheck installed, for editors to open.
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { linkPackages } from "../../../support/packages.js";

/** The repository. */
export const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** A leak: what line 4 makes is still owed where line 5 returns. The fix makes it `using`, and the file is clean. */
export const MISUSE = `import { type CurrentTask, get_unused_fd_flags, put_unused_fd } from "movecheck/fd";

export function reserve<S>(current: CurrentTask<S>, keep: boolean): number {
  const fd = get_unused_fd_flags(current, 0);
  if (!fd.ok || keep) return 0;
  put_unused_fd(fd);
  return 1;
}
`;

/** {@link MISUSE} with its fix applied. */
export const FIXED = MISUSE.replace("const fd", "using fd");

/** A folder with a tsconfig.json, one file and movecheck, its command in `node_modules/.bin`. */
export class EditorProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-editor-")));
  readonly file: string;

  /** @param text the file's text */
  constructor(text: string) {
    this.file = this.write("a.ts", text);
    this.write("package.json", JSON.stringify({ type: "module", private: true }));
    this.config({});
    const bin = this.write(
      "node_modules/.bin/movecheck",
      `#!/bin/sh\nexec '${process.execPath}' '${join(root, "dist/hosts/cli/main.js")}' "$@"\n`,
    );
    chmodSync(bin, 0o755);
    linkPackages(this.folder, ["movecheck", "@movecheck/cli"]);
  }

  /** Writes the tsconfig.json. */
  config(more: Readonly<Record<string, unknown>>): void {
    const compilerOptions = {
      strict: true,
      target: "es2022",
      lib: ["es2023", "esnext.disposable"],
      module: "nodenext",
      types: [],
      ...more,
    };
    this.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  }

  /** Links a package into the project. */
  install(name: string, from: string): void {
    const path = join(this.folder, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(from, path);
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
