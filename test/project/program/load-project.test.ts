import assert from "node:assert/strict";
import { test } from "node:test";
import { loadProject } from "../../../src/project/program/load-project.js";
import { ProjectOnDisk } from "../../hosts/cli/project-on-disk.js";
import { ensureBuilt } from "../../hosts/editors/support/built.js";

/** Whether a project was loaded with TypeScript's lib files. */
function hasLibrary(project: ProjectOnDisk, asNeeded: boolean): boolean {
  const { parts } = loadProject({ cwd: project.folder, asNeeded });
  return parts.some(({ program }) => program.getSourceFiles().some((file) => program.isSourceFileDefaultLibrary(file)));
}

test("the library is left out only where it may be and no linear type reaches the project", async () => {
  await ensureBuilt();
  using plain = new ProjectOnDisk({ "a.ts": "export const n = [1].map((x) => x + 1);\n" });
  assert.equal(hasLibrary(plain, true), false);
  assert.equal(hasLibrary(plain, false), true);
  using linear = new ProjectOnDisk({
    "a.ts": `import type { Linear } from "movecheck";\nexport interface T extends Linear { n: 1 }\n`,
  });
  assert.equal(hasLibrary(linear, true), true);
});
