import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../../../../src/hosts/cli/run.js";
import { ProjectOnDisk } from "../project-on-disk.js";

/** Waits until a condition holds. */
async function until(condition: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what} did not happen in 15 s`);
}

test("--watch checks again when a file changes, appears, breaks the configuration, and mends it", async () => {
  using project = new ProjectOnDisk({ "a.ts": "export const n = 1;\n", "tsconfig.json": "{}" });
  let stdout = "";
  let stderr = "";
  const stop = new AbortController();
  const io = {
    cwd: project.folder,
    env: {},
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  const ended = run(["check", "--watch"], io, () => stop.signal);
  const rounds = (): number => stdout.split("Watching for changes.").length - 1;
  await until(() => rounds() === 1, "the first check");
  assert.doesNotMatch(stdout, /error/u);

  project.write("a.ts", "export const n = ;\n");
  await until(() => rounds() === 2, "a second check");
  assert.match(stdout, /error\[TS1109\]/u);

  project.write("a.ts", "export const n = 2;\n");
  await until(() => rounds() === 3, "a third check");
  stdout = stdout.replace(/[^]*A file changed/u, "Watching for changes.".repeat(2));

  project.write("b.ts", "// movecheck-ignore MC1001 -- a new file\nexport {};\n");
  await until(() => stdout.includes("unused-suppression"), "a check of the new file");

  project.write("tsconfig.json", "{");
  await until(() => /^movecheck: tsconfig.json is broken: /mu.test(stderr), "a complaint");
  stdout = "";
  project.write("tsconfig.json", "{}");
  await until(() => stdout.includes("unused-suppression"), "a check after mending");

  stop.abort();
  assert.equal(await ended, 0);
});
