import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { bundlePeer } from "../support/spawn-peer.js";
import { linuxOnly } from "../support/linux-only.js";

function tells(missing: "koffi" | "darwin"): unknown {
  const folder = mkdtempSync(join(tmpdir(), "movecheck-"));
  try {
    // Outside the project no package can be found.
    const program = bundlePeer("unsupported", folder);
    const { stdout, stderr } = spawnSync(process.execPath, [program, missing], { encoding: "utf8" });
    assert.equal(stderr, "");
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

suite("where the Linux backend can't run", { skip: linuxOnly }, () => {
  test("without koffi: importing works, and the first call names the command that installs it", () => {
    const told = {
      name: "MovecheckError",
      code: "ERR_MOVECHECK_MISSING_KOFFI",
      message: "movecheck/fd/linux needs the package koffi, which is not installed: npm install koffi@3",
    };
    assert.deepEqual(tells("koffi"), { loaded: false, told: [told, told] });
  });

  test("on another platform: importing works, and the first call says where it does", () => {
    const told = {
      name: "MovecheckError",
      code: "ERR_MOVECHECK_UNSUPPORTED_PLATFORM",
      message: `movecheck/fd/linux works on 64-bit Linux only, and this is darwin on ${process.arch}; movecheck/fd has the same API on an in-memory table`,
    };
    assert.deepEqual(tells("darwin"), { loaded: false, told: [told, told] });
  });
});
