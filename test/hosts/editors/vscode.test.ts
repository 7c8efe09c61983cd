import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { findServer } from "../../../editors/vscode/find-server.js";
import { root } from "./support/project.js";

describe("the VS Code extension", () => {
  let folder = "";
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-vscode-")));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("is packaged with all that its manifest names, the same file each time", () => {
    const outs = [join(folder, "1.vsix"), join(folder, "2.vsix")];
    for (const out of outs) {
      const { status, stderr } = spawnSync(process.execPath, [join(root, "editors/vscode/package.mjs"), out], {
        encoding: "utf8",
      });
      assert.equal(status, 0, stderr);
    }
    const [first, second] = outs.map((out) => readFileSync(out));
    assert.ok(first!.equals(second!));
    const files = unzipSync(first!);
    const manifest = JSON.parse(strFromU8(files["extension/package.json"]!)) as { main: string; version: string };
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    assert.equal(manifest.version, version);
    assert.ok(join("extension", manifest.main) in files);
    const described = strFromU8(files["extension.vsixmanifest"]!);
    const assets = [...described.matchAll(/Path="([^"]+)"/g)].map((match) => match[1]!);
    assert.deepEqual(
      assets.filter((path) => !(path in files)),
      [],
    );
    const types = strFromU8(files["[Content_Types].xml"]!);
    for (const path of Object.keys(files)) {
      const extension = /\.\w+$/.exec(path)![0];
      assert.ok(path === "[Content_Types].xml" || types.includes(`Extension="${extension}"`), path);
    }
  });

  it("loads, and has what VS Code calls", () => {
    const vsix = join(folder, "loaded.vsix");
    spawnSync(process.execPath, [join(root, "editors/vscode/package.mjs"), vsix]);
    const bundle = join(folder, "extension.cjs");
    writeFileSync(bundle, unzipSync(readFileSync(vsix))["extension/extension.cjs"]!);
    // The client's classes extend VS Code's while loading: any class will do for that.
    const script = `
const { Module } = require("node:module");
const anything = new Proxy(class {}, { get: (target, key) => key in target ? target[key] : anything });
const load = Module._load;
Module._load = (name, ...rest) => name === "vscode" ? anything : load(name, ...rest);
console.log(Object.keys(require(${JSON.stringify(bundle)})).sort().join());`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    assert.equal(stdout.trim(), "activate,deactivate", stderr);
  });

  it("finds the movecheck of the workspace, in its node_modules or above it", () => {
    const workspace = join(folder, "repo/packages/a");
    mkdirSync(workspace, { recursive: true });
    assert.equal(findServer(workspace), undefined);
    const installed = join(folder, "repo/node_modules/@movecheck/cli");
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, "package.json"), JSON.stringify({ bin: { movecheck: "./dist/main.js" } }));
    assert.equal(findServer(workspace), join(installed, "dist/main.js"));
  });
});
