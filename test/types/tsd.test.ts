import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import tsd from "tsd";
import { root } from "../support/kit.js";

const directory = "type-tests/kit/tsd";
const files = readdirSync(new URL(`../../${directory}`, import.meta.url)).filter((name) => name.endsWith(".test-d.ts"));

describe("tsd: which misuse fails to typecheck", () => {
  for (const name of files) {
    it(name, async () => {
      const diagnostics = await tsd.default({
        cwd: root,
        typingsFile: "src/index.ts",
        testFiles: [`${directory}/${name}`],
      });
      // It also asks that the typings it is given are published; here they are the sources, so that no build is needed.
      const own = diagnostics.filter(({ fileName }) => !fileName.endsWith("package.json"));
      assert.deepEqual(
        own.map(({ fileName, line, column, message }) => `${fileName}:${line}:${column} ${message}`),
        [],
      );
    });
  }
});
