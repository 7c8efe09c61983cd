import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { codes as allCodes } from "../../../src/checker/diagnostics/codes.js";
import { FAMILIES } from "../../../src/hosts/eslint/families.js";

it("the rules' pages are up to date with their meta", () => {
  const script = fileURLToPath(new URL("../../../scripts/eslint-docs.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, "--check"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

it("each code belongs to exactly one rule", () => {
  const codes = Object.values(FAMILIES)
    .flatMap((family): string[] => [...family.codes])
    .filter((code) => code.startsWith("MC"));
  assert.deepEqual(codes.sort(), [...allCodes].sort());
});
