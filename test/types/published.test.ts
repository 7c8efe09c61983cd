import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findTsc, runTsc, tscVersions } from "../../src/conformance/tsc.js";
import { ensureBuilt } from "../hosts/editors/support/built.js";
import { linkPackages, packageFolder } from "../support/packages.js";

/** A dependent's code: it uses both entries, and has one misuse on its last line but two. */
const dependent = `import type { Consume, Fresh, Held, Linear, Ref, Send } from "movecheck";
import { type ARef, type CurrentTask, fd_install, type File, get_unused_fd_flags } from "movecheck/fd";
interface Token<H = Held> extends Linear<H> { id(): string }
export declare const release: Consume<Token<Fresh>, "release">;
export declare function look(token: Ref<Token>): void;
export declare function post<T>(message: Send<T>): void;
export function install<S>(current: CurrentTask<S>, file: ARef<File>): void {
  using fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return;
  fd_install(fd, file);
  fd.reserved_fd();
}
`;

describe("the published declarations", () => {
  let directory = "";
  before(async () => {
    await ensureBuilt();
    directory = await mkdtemp(join(tmpdir(), "movecheck-published-"));
    linkPackages(directory, ["movecheck"]);
    await writeFile(join(directory, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(join(directory, "dependent.ts"), dependent);
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it("the root module exports nothing at run time", () => {
    const entry = join(packageFolder("movecheck"), "dist/index.js");
    assert.deepEqual(Object.keys(createRequire(import.meta.url)(entry) as object), []);
  });

  for (const version of tscVersions) {
    // The second lib has no `Symbol.dispose`: the declarations bring it.
    for (const [module, moduleResolution, lib] of [
      ["nodenext", "nodenext", ["es2023", "esnext.disposable"]],
      ["esnext", "bundler", ["es2022"]],
    ] as const) {
      it(`are valid with TypeScript ${version}, ${moduleResolution}, lib ${lib.join(" and ")}`, async (t) => {
        if ((await findTsc(version)) === undefined) {
          t.skip(`TypeScript ${version} is not installed`);
          return;
        }
        const { diagnostics } = await runTsc(version, [join(directory, "dependent.ts")], {
          compilerOptions: { module, moduleResolution, lib },
        });
        assert.deepEqual(
          diagnostics.map(({ file, line, column, code }) => [file, line, column, code]),
          [[join(directory, "dependent.ts"), 11, 3, "TS2684"]],
        );
      });
    }
  }
});
