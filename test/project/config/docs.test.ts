import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ProjectOnDisk } from "../../hosts/cli/project-on-disk.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const page = readFileSync(`${root}/docs/configuration.md`, "utf8");

const fences = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gmu"))].map(([, text = ""]) => text);

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2023", "esnext.disposable", "dom"],
    types: [],
  },
});

test("the list of keys is that of the schema", () => {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/configuration-docs.ts", "--check"], { cwd: root });
});

test("every configuration on the page is right, and names what its code declares", async () => {
  const configurations = fences("jsonc");
  const code = fences("ts");
  assert.ok(configurations.length >= 5);
  using project = new ProjectOnDisk({ "tsconfig.json": tsconfig });
  code.forEach((text, index) => {
    project.write(index === 0 ? "src/lease.ts" : `src/code${index}.ts`, text);
  });
  for (const configuration of configurations) {
    project.write("movecheck.json", configuration);
    const { status, stderr, stdout } = await project.run("check");
    assert.equal(stderr, "", configuration);
    assert.equal(status, 0, stdout);
  }
});

test("the code on the page compiles", () => {
  using project = new ProjectOnDisk({ "tsconfig.json": tsconfig });
  fences("ts").forEach((text, index) => {
    project.write(`src/code${index}.ts`, text);
  });
  execFileSync(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, "-p", project.folder]);
});
