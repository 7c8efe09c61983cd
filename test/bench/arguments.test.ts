// Every benchmark answers an argument that it does not take with one line and status 2.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scripts = readdirSync(new URL("../../bench/", import.meta.url)).filter((name) => name.endsWith(".ts"));

describe("a wrong argument", () => {
  assert.ok(scripts.length > 0);
  for (const name of scripts) {
    it(`of ${name} is refused in one line`, () => {
      for (const wrong of ["--no-such-flag", "many", "0"]) {
        const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", `bench/${name}`, wrong], {
          cwd: root,
          encoding: "utf8",
        });
        assert.equal(status, 2, stderr);
        assert.equal(stdout, "");
        assert.match(stderr, new RegExp(`^[^\\n]*"${wrong}"; usage: tsx bench/${name}[^\\n]*\\n$`, "u"));
      }
    });
  }
});
