// The run time knows the handles that it made by its own classes, so there must be one copy of it, however it was loaded.
import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { ensureBuilt } from "../hosts/editors/support/built.js";
import { linkPackages } from "../support/packages.js";
import { environment, run } from "./support/run.js";

/** Reserves by one copy, installs by the other, and misuses what is left by both; prints what happened. */
const exchange = `
  const seen = [];
  const table = new imported.DescriptorTable();
  imported.with_current((current) => {
    const first = imported.get_unused_fd_flags(current, 0);
    required.fd_install(first, required.filp_open("a"));
    const second = required.get_unused_fd_flags(current, 0);
    imported.put_unused_fd(second);
    for (const [handle, { put_unused_fd }] of [[first, imported], [second, required]]) {
      try {
        put_unused_fd(handle);
      } catch (error) {
        seen.push(error.code, error instanceof imported.MovecheckError, error instanceof required.MovecheckError);
      }
    }
  }, { table });
  const lease = importedGuard.guard({ seat: 1 }, { name: "Lease" });
  requiredGuard.consume(lease, "redeem");
  try {
    importedGuard.consume(lease, "redeem");
  } catch (error) {
    seen.push(error.code, error instanceof imported.MovecheckError, error instanceof requiredGuard.MovecheckError);
  }
  console.log(JSON.stringify([table.list(), ...seen]));
`;
const MOVED = ["ERR_MOVECHECK_MOVED", true, true];
const EXCHANGED = `${JSON.stringify([[0], ...MOVED, ...MOVED, ...MOVED])}\n`;

describe("movecheck/fd and movecheck/guard, imported here and required there", () => {
  let folder = "";
  before(async () => {
    await ensureBuilt();
    folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-one-copy-")));
    linkPackages(folder, ["movecheck"]);
    const files = {
      "package.json": `{ "type": "module" }`,
      "required.cjs": `exports.required = require("movecheck/fd");\nexports.requiredGuard = require("movecheck/guard");`,
      "main.js": `import * as imported from "movecheck/fd";\nimport * as importedGuard from "movecheck/guard";
import { required, requiredGuard } from "./required.cjs";
${exchange}`,
      "main.cjs": `const { required, requiredGuard } = require("./required.cjs");
Promise.all([import("movecheck/fd"), import("movecheck/guard")]).then(([imported, importedGuard]) => {${exchange}});`,
      "names.js": `import * as fd from "movecheck/fd";
import * as guard from "movecheck/guard";
import * as linux from "movecheck/fd/linux";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const missing = (imported, name) => Object.keys(require(name)).filter((key) => !(key in imported));
console.log(JSON.stringify([missing(fd, "movecheck/fd"), missing(guard, "movecheck/guard"), missing(linux, "movecheck/fd/linux"), Object.keys(fd).length > 20]));`,
      "linux.js": `import { get_unused_fd_flags, put_unused_fd } from "movecheck/fd";
import { with_current } from "movecheck/fd";
import * as linux from "movecheck/fd/linux";
with_current((current) => { linux.put_unused_fd(get_unused_fd_flags(current, 0)); console.log("dropped"); });`,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const node = (file: string): ReturnType<typeof run> =>
    run(process.execPath, [file], { cwd: folder, env: environment(folder) });

  for (const main of ["main.js", "main.cjs"]) {
    it(`is one in Node: ${main}`, async () => {
      assert.deepEqual(await node(main), { status: 0, stdout: EXCHANGED, stderr: "" });
    });
  }

  it("has the same names both ways", async () => {
    assert.deepEqual(await node("names.js"), { status: 0, stdout: "[[],[],[],true]\n", stderr: "" });
  });

  it("is shared with movecheck/fd/linux", async () => {
    assert.deepEqual(await node("linux.js"), { status: 0, stdout: "dropped\n", stderr: "" });
  });

  for (const platform of ["browser", "node"] as const) {
    it(`is one in a bundle for ${platform}`, async () => {
      const outfile = `bundle-${platform}.js`;
      const { metafile } = await build({
        absWorkingDir: folder,
        entryPoints: ["main.js"],
        bundle: true,
        format: "esm",
        platform,
        outfile,
        metafile: true,
        logLevel: "silent",
      });
      assert.deepEqual(await node(outfile), { status: 0, stdout: EXCHANGED, stderr: "" });
      const tables = Object.keys(metafile.inputs).filter((path) => path.endsWith("fd/table/descriptor-table.js"));
      assert.deepEqual(
        tables.map((path) => path.replace(/^.*packages\//u, "")),
        ["movecheck/esm/fd/table/descriptor-table.js"],
      );
    });
  }
});
