import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import type * as Guard from "../../src/guard/index.js";
import { root } from "../support/kit.js";

/** The module and all that it imports, as one text. */
async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/guard/index.ts")],
    bundle: true,
    write: false,
    target: "es2022",
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

void describe("movecheck/guard", () => {
  void it("is at most 3 kB, minified and compressed, and imports nothing", async (t) => {
    const code = await bundle({ minify: true, format: "esm" });
    const sizes = [gzipSync(code, { level: 9 }).length, brotliCompressSync(code).length];
    t.diagnostic(`${code.length} bytes minified, ${sizes[0]} with gzip, ${sizes[1]} with brotli`);
    assert.ok(Math.max(...sizes) <= 3_000, `${sizes.join(" and ")} bytes`);
    assert.doesNotMatch(code, /\bimport\b|\brequire\(/);
  });

  void it("works in a realm with nothing but the language", async () => {
    const code = await bundle({ format: "iife", globalName: "guard" });
    const context = createContext({ queueMicrotask });
    runInContext(code, context);
    const result: unknown = runInContext(
      `
      class Lock extends guard.Guarded.consumedBy("release") { release() { return "released"; } }
      const lock = new Lock();
      const first = lock.release();
      let code;
      try { lock.release(); } catch (error) { code = error.code; }
      [first, code].join()
    `,
      context,
    );
    assert.equal(result, "released,ERR_MOVECHECK_MOVED");
  });
});

void describe("two copies of it in one process", () => {
  let folder = "";
  let first: typeof Guard;
  let second: typeof Guard;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "movecheck-"));
    const code = await bundle({ format: "esm" });
    const copies = ["first.mjs", "second.mjs"].map((name) => join(folder, name));
    for (const copy of copies) await writeFile(copy, code);
    [first, second] = (await Promise.all(copies.map((copy) => import(pathToFileURL(copy).href)))) as [
      typeof Guard,
      typeof Guard,
    ];
  });
  after(() => rm(folder, { recursive: true, force: true }));

  void it("know each other's values and errors", () => {
    const value: unknown = first.guard<{ id: number }>({ id: 1 }, { name: "Lease" });
    second.consume(value, "redeem");
    for (const { consume } of [first, second]) {
      assert.throws(
        () => {
          consume(value, "redeem");
        },
        (error: unknown) => error instanceof first.MovecheckError && error instanceof second.MovecheckError,
      );
    }
    assert.ok(!(new Error("plain") instanceof first.MovecheckError));
  });

  void it("record positions together", () => {
    second.recordPositions(false);
    try {
      const value: unknown = first.guard<{ id: number }>({ id: 1 }, { name: "Lease" });
      first.consume(value, "redeem");
      assert.throws(() => {
        first.consume(value, "redeem");
      }, /^MovecheckError: redeem\(\): use of moved value: `Lease` was consumed by redeem\(\)$/);
    } finally {
      second.recordPositions(true);
    }
  });
});
