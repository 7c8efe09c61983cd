// The packages, packed and installed, in the kinds of projects that people have: tsc takes what is right and rejects
// what it can see, Node runs the result, and `movecheck check` finds what tsc can't see.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { parseTscOutput } from "../../src/conformance/tsc.js";
import { type Kind, kinds, type Project } from "./support/kinds.js";
import {
  good,
  GOOD_OUTPUT,
  hidden,
  HIDDEN_FOUND,
  misuse,
  MISUSE_FOUND,
  tickets,
  useTicket,
} from "./support/programs.js";
import type { Ran } from "./support/run.js";
import { Sandbox, succeeded } from "./support/sandbox.js";

/** Options that no kind of project needs to have, at their strictest. */
const everywhere = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  strict: true,
  skipLibCheck: false,
  outDir: "out",
};

let sandbox: Sandbox;
before(async () => {
  sandbox = await Sandbox.open(["typescript-5.9", "typescript", "typescript-7"]);
});
after(() => sandbox.close());

/** tsc printed these errors, as `file:line code`, and no others. */
function assertErrors({ stdout, stderr }: Ran, folder: string, expected: readonly string[]): void {
  const base = join(sandbox.folder, folder);
  const { diagnostics } = parseTscOutput(stdout, base);
  const found = diagnostics.map(({ file, line, code }) => `${relative(base, file)}:${line} ${code}`);
  assert.deepEqual(found, expected, stdout + stderr);
}

/** A program in ES modules as one in CommonJS. */
const asCommonJs = (text: string): string =>
  text.replace(/import (\{[^}]*\}) from ("[^"]*")/gu, "const $1 = require($2)").replaceAll("export ", "");

/** Writes a project's files into a folder of the sandbox. */
function writeProject(folder: string, { type, compilerOptions, language }: Project): void {
  const source = (text: string): string => (language === "js" && type === "commonjs" ? asCommonJs(text) : text);
  sandbox.write({
    [`${folder}/package.json`]: { private: true, type },
    [`${folder}/tsconfig.json`]: { compilerOptions: { ...everywhere, ...compilerOptions }, include: ["*"] },
    [`${folder}/console.d.ts`]: "declare const console: { log(text: string): void };\n",
    [`${folder}/good.${language}`]: source(good[language]),
    [`${folder}/misuse.${language}`]: source(misuse[language]),
    [`${folder}/hidden.${language}`]: source(hidden[language]),
  });
}

/** tsc takes a project's good program and rejects the misuse; Node runs what it made. */
async function assertCompiles(folder: string, { language }: Project, bin: string): Promise<void> {
  const [line, code] = MISUSE_FOUND[language];
  const compiled = await sandbox.run(folder, `${bin}/tsc`, "--pretty", "false");
  assertErrors(compiled, folder, [`misuse.${language}:${line} ${code}`]);
  const ran = await sandbox.run(folder, process.execPath, "out/good.js");
  assert.deepEqual(ran, { status: 0, stdout: GOOD_OUTPUT[language], stderr: "" });
}

/** esbuild makes of a project's good program what a browser takes. */
async function assertBundles(folder: string): Promise<void> {
  await build({
    absWorkingDir: join(sandbox.folder, folder),
    entryPoints: ["good.ts"],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outfile: "out/bundle.js",
    logLevel: "silent",
  });
  const ran = await sandbox.run(folder, process.execPath, "out/bundle.js");
  assert.deepEqual(ran, { status: 0, stdout: GOOD_OUTPUT.ts, stderr: "" });
}

/** What the checker finds in a project: what it alone sees, and the misuse that tsc rejects. */
function expectedFindings({ language }: Project, folder = ""): string[] {
  const [line, code] = HIDDEN_FOUND[language];
  return [
    `${folder}hidden.${language}:${line} ${code}`,
    `${folder}misuse.${language}:${MISUSE_FOUND[language][0]} ${code}`,
  ];
}

/** `movecheck check --format json` found this, and nothing else. */
function assertChecked({ status, stdout, stderr }: Ran, expected: readonly string[]): void {
  assert.equal(stderr, "");
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; line: number; code: string }[] };
  assert.deepEqual(
    diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`),
    expected,
  );
  assert.equal(status, 1);
}

/** What npm has installed in a project. */
function installedIn(folder: string): string[] {
  const lock = readFileSync(join(sandbox.folder, folder, "node_modules/.package-lock.json"), "utf8");
  return Object.keys((JSON.parse(lock) as { packages: object }).packages);
}

const check = ["movecheck", "check", "--format", "json"] as const;

for (const version of ["5.9", "6.0", "7.0"] as const) {
  const root = `typescript-${version}`;
  describe(`installed by npm beside TypeScript ${version}`, () => {
    const here = kinds.filter(({ typescript }) => typescript.includes(version));
    const folderOf = ({ title }: Kind): string => title.replaceAll(/[^a-z0-9]+/giu, "-").toLowerCase();
    before(async () => {
      const references = here.map((kind) => ({ path: folderOf(kind) }));
      sandbox.write({
        [`${root}/package.json`]: { private: true },
        [`${root}/tsconfig.json`]: { files: [], references },
      });
      for (const kind of here) writeProject(join(root, folderOf(kind)), kind);
      await succeeded(sandbox.npm(root, "install", "movecheck", "@movecheck/cli", `typescript@${version}`));
    });

    for (const kind of here) {
      it(`${kind.title}: compiled and run`, async () => {
        const folder = join(root, folderOf(kind));
        await assertCompiles(folder, kind, "../node_modules/.bin");
        if (kind.bundled === true) await assertBundles(folder);
      });
    }

    it("npx movecheck check: in each kind of project what tsc can't see", async () => {
      const expected = here.flatMap((kind) => expectedFindings(kind, `${folderOf(kind)}/`));
      assertChecked(await sandbox.run(root, "npx", ...check), expected.sort());
    });
  });
}

it("npm workspaces whose projects refer to one another", async () => {
  sandbox.write({
    "workspaces/package.json": { private: true, workspaces: ["packages/*"] },
    "workspaces/packages/tickets/package.json": {
      name: "tickets",
      version: "1.0.0",
      type: "module",
      exports: "./out/tickets.js",
      dependencies: { movecheck: "^0.1.0" },
    },
    "workspaces/packages/tickets/tsconfig.json": {
      compilerOptions: { ...everywhere, module: "nodenext", composite: true },
      include: ["*"],
    },
    "workspaces/packages/tickets/tickets.ts": tickets,
    "workspaces/packages/app/package.json": {
      name: "app",
      version: "1.0.0",
      type: "module",
      dependencies: { movecheck: "^0.1.0", tickets: "^1.0.0" },
    },
    "workspaces/packages/app/tsconfig.json": {
      compilerOptions: { ...everywhere, module: "nodenext" },
      include: ["*"],
      references: [{ path: "../tickets" }],
    },
    "workspaces/packages/app/good.ts": useTicket("redeem(ticket);"),
    "workspaces/packages/app/misuse.ts": useTicket("redeem(ticket);\n  redeem(ticket);"),
    "workspaces/packages/app/hidden.ts": useTicket("const same = ticket;\n  redeem(same);\n  redeem(ticket);"),
    "workspaces/tsconfig.json": { files: [], references: [{ path: "packages/app" }] },
  });
  await succeeded(sandbox.npm("workspaces", "install", "--save-dev", "@movecheck/cli", "typescript@6.0"));
  const built = await sandbox.run("workspaces", "npx", "tsc", "-b", "--pretty", "false");
  assertErrors(built, "workspaces", ["packages/app/misuse.ts:6 TS2345"]);
  assertChecked(await sandbox.run("workspaces", "npx", ...check), [
    "packages/app/hidden.ts:7 MC0382",
    "packages/app/misuse.ts:6 MC0382",
  ]);
  // From within a workspace, too: the command is the one above it.
  const within = await sandbox.run("workspaces/packages/app", "npx", ...check);
  assertChecked(within, ["hidden.ts:7 MC0382", "misuse.ts:6 MC0382"]);
});

it("pnpm, where a package sees only what it depends on", async () => {
  const project: Project = { type: "module", compilerOptions: { module: "nodenext" }, language: "ts" };
  writeProject("pnpm", project);
  await succeeded(sandbox.pnpm("pnpm", "add", "movecheck", "@movecheck/cli", "typescript@6.0"));
  await assertCompiles("pnpm", project, "node_modules/.bin");
  assertChecked(await sandbox.pnpm("pnpm", "exec", ...check), expectedFindings(project));
});

describe("the library alone, in an empty project", () => {
  before(async () => {
    sandbox.write({ "alone/package.json": { private: true, type: "module" } });
    await succeeded(sandbox.npm("alone", "install", "movecheck"));
  });

  it("is one package", () => {
    assert.deepEqual(installedIn("alone"), ["node_modules/movecheck"]);
  });

  it("has a command that says what to install", async () => {
    assert.deepEqual(await sandbox.run("alone", "npx", "movecheck", "check"), {
      status: 2,
      stdout: "",
      stderr:
        "movecheck: the command is in a package of its own, which is not installed: npm install --save-dev @movecheck/cli\n",
    });
  });

  for (const [title, args] of [
    ["import", ["--input-type=module", "-e", 'await import("movecheck/eslint")']],
    ["require", ["--input-type=commonjs", "-e", 'require("movecheck/eslint")']],
  ] as const) {
    it(`movecheck/eslint says what to install: ${title}`, async () => {
      const { status, stderr } = await sandbox.run("alone", process.execPath, ...args);
      assert.equal(status, 1);
      assert.match(
        stderr,
        /^Error: movecheck\/eslint needs the package eslint-plugin-movecheck, which is not installed: npm install --save-dev eslint-plugin-movecheck$/m,
      );
    });
  }
});

describe("the ESLint plugin, with no other package of ours than the library", () => {
  const linters = [
    ["eslint-8", ".eslintrc.cjs"],
    ["eslint-9", "from-plugin.mjs"],
    ["eslint", "from-plugin.mjs"],
    ["eslint", "from-plugin.cjs"],
    ["eslint", "from-library.mjs"],
    ["eslint", "from-library.cjs"],
  ] as const;
  /** A flat configuration: the recommended one, and the plugin once more, which must be the same object. */
  const flat = (plugin: string): string => `[
  { files: ["*.ts"], languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname ?? __dirname } } },
  ${plugin},
  { plugins: { movecheck }, rules: { "movecheck/no-hidden-move": "error" } },
]`;

  before(async () => {
    writeProject("eslint", { type: "commonjs", compilerOptions: { module: "nodenext" }, language: "ts" });
    const required = (text: string): string => text.replace("import.meta.dirname ?? ", "");
    const parser = `const parser = require("@typescript-eslint/parser");\n`;
    const imported = `import parser from "@typescript-eslint/parser";\n`;
    sandbox.write({
      "eslint/.eslintrc.cjs": `module.exports = {
  root: true,
  parser: "@typescript-eslint/parser",
  parserOptions: { projectService: true, tsconfigRootDir: __dirname },
  plugins: ["movecheck"],
  extends: ["plugin:movecheck/recommended"],
};
`,
      "eslint/from-plugin.mjs": `${imported}import movecheck from "eslint-plugin-movecheck";\nexport default ${flat("movecheck.configs.recommended")};\n`,
      "eslint/from-library.mjs": `${imported}import movecheck from "movecheck/eslint";\nexport default ${flat("movecheck.configs.recommended")};\n`,
      "eslint/from-plugin.cjs": required(
        `${parser}const movecheck = require("eslint-plugin-movecheck");\nmodule.exports = ${flat('movecheck.configs["flat/recommended"]')};\n`,
      ),
      "eslint/from-library.cjs": required(
        `${parser}const movecheck = require("movecheck/eslint");\nmodule.exports = ${flat("movecheck.configs.recommended")};\n`,
      ),
    });
    await succeeded(sandbox.npm("eslint", "install", "--legacy-peer-deps", "movecheck", "eslint-plugin-movecheck"));
    // What every project with typed rules has.
    sandbox.link("eslint", ["eslint", "eslint-8", "eslint-9", "typescript", "@typescript-eslint/parser"]);
  });

  it("is one package beside the library", () => {
    assert.deepEqual(installedIn("eslint"), ["node_modules/eslint-plugin-movecheck", "node_modules/movecheck"]);
  });

  for (const [eslint, configuration] of linters) {
    it(`${eslint} with ${configuration}`, async () => {
      const args = [`node_modules/${eslint}/bin/eslint.js`, "--config", configuration, "--format", "json"];
      const { stdout, stderr } = await sandbox.run("eslint", process.execPath, ...args, "good.ts", "hidden.ts");
      assert.equal(stderr, "");
      const reports = JSON.parse(stdout) as { messages: { ruleId: string; line: number }[] }[];
      assert.deepEqual(
        reports.map(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`)),
        [[], [`movecheck/no-use-after-move ${HIDDEN_FOUND.ts[0]}`]],
      );
    });
  }

  it("has the types that ESLint's own configurations ask for", async () => {
    const use = `
const own: Linter.Config[] = [movecheck.configs["flat/recommended"]];
const plugin: ESLint.Plugin = movecheck;
const both = [...defineConfig(own), ...defineConfig9([movecheck.configs["flat/recommended"], { plugins: { movecheck } }])];
`;
    const imports = `import type { ESLint, Linter } from "eslint";
import { defineConfig } from "eslint/config";
import { defineConfig as defineConfig9 } from "eslint-9/config";
`;
    const compilerOptions = { ...everywhere, module: "node16", noEmit: true };
    sandbox.write({
      "eslint/types/tsconfig.json": { compilerOptions, include: ["*"] },
      "eslint/types/plugin.mts": `${imports}import movecheck from "eslint-plugin-movecheck";\n${use}export { both, plugin };\n`,
      "eslint/types/library.mts": `${imports}import movecheck from "movecheck/eslint";\n${use}export { both, plugin };\n`,
      "eslint/types/plugin.cts": `${imports}import movecheck = require("eslint-plugin-movecheck");\n${use}export { both, plugin };\n`,
      "eslint/types/library.cts": `${imports}import movecheck = require("movecheck/eslint");\n${use}export { both, plugin };\n`,
    });
    const compiled = await sandbox.run(
      "eslint/types",
      process.execPath,
      "../node_modules/typescript/bin/tsc",
      "--pretty",
      "false",
    );
    assertErrors(compiled, "eslint/types", []);
  });
});
