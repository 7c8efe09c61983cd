// Runs the type tests with the newest nightly of the compiler and says what it reports otherwise than 7.0 does. It never
// fails: it is a warning of what comes, and the registry may be out of reach.
//
// Usage: node scripts/nightly-types.mjs [package@tag]      (by default the first there is of the two below)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { register } from "tsx/esm/api";

const unregister = register();
const { runCompiler } = await import("../src/conformance/tsc.ts");
const { compareExpectations, readExpectations } = await import("../src/conformance/inline-expectations.ts");
const { fromKit, kitFiles, sourcePaths } = await import("../test/support/kit.ts");

const candidates =
  process.argv[2] === undefined ? ["typescript@next", "@typescript/native-preview@latest"] : [process.argv[2]];
const directory = mkdtempSync(join(tmpdir(), "movecheck-nightly-"));

/** Says why not, and returns false, where the registry has no such version or can't be reached. */
function isInstalled(wanted) {
  const args = ["install", "--prefix", directory, "--no-save", "--no-audit", "--no-fund", wanted];
  const { status, stderr } = spawnSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });
  const reason =
    stderr.split("\n").find((line) => /^npm error (?!code)/.test(line)) ?? stderr.trim().split("\n").at(-1);
  if (status !== 0)
    console.log(`nightly types: ${wanted} is not to be had: ${reason?.replace("npm error ", "") ?? ""}`);
  return status === 0;
}

try {
  const wanted = candidates.find(isInstalled);
  if (wanted !== undefined) {
    const name = wanted.slice(0, wanted.lastIndexOf("@"));
    const home = join(directory, "node_modules", name);
    const { version, bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    const script = join(home, bin.tsc ?? Object.values(bin)[0]);
    const files = kitFiles();
    const { diagnostics, milliseconds } = await runCompiler({ script, version }, files, {
      compilerOptions: { paths: sourcePaths },
    });
    let changes = 0;
    for (const file of files) {
      const own = diagnostics.filter((each) => each.file === file);
      const { problems } = compareExpectations(readExpectations(readFileSync(file, "utf8")), own, "7.0");
      for (const problem of problems) console.log(`${fromKit(file)}:${problem.split("\n")[0]}`);
      changes += problems.length;
    }
    for (const { file, line, column, code, message } of diagnostics.filter((each) => !files.includes(each.file))) {
      console.log(`${file}:${line}:${column} ${code} ${message.split("\n")[0]}`);
      changes += 1;
    }
    const verdict = changes === 0 ? "nothing changed since 7.0" : `${changes} differences from 7.0`;
    console.log(
      `nightly types: ${wanted} is ${version}: ${verdict} (${diagnostics.length} errors, ${Math.round(milliseconds)} ms)`,
    );
  }
} catch (error) {
  console.log(`nightly types: ${error instanceof Error ? error.message : String(error)}`);
} finally {
  rmSync(directory, { recursive: true, force: true });
  await unregister();
}
