// A project with movecheck and typescript-eslint installed, linted by the real `eslint` programs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { linkPackages } from "../../../support/packages.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const require = createRequire(import.meta.url);

/** The ESLint packages and how each is configured. */
export const ESLINTS = [
  { version: "8.57", package: "eslint-8", config: ".eslintrc.cjs" },
  { version: "9", package: "eslint-9", config: "eslint.config.js" },
  { version: "10", package: "eslint", config: "eslint.config.js" },
] as const;

/** One of {@link ESLINTS}. */
export type Eslint = (typeof ESLINTS)[number];

/** A report in ESLint's JSON format, as far as the tests look at it. */
interface Report {
  readonly ruleId: string | null;
  readonly severity: 1 | 2;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly suggestions?: readonly {
    readonly desc: string;
    readonly fix: { readonly range: readonly [number, number]; readonly text: string };
  }[];
}

/** One file's part of ESLint's JSON. */
export interface FileReport {
  readonly filePath: string;
  readonly messages: readonly Report[];
}

/** A sample project. */
export class Sample {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-eslint-")));

  /** @param checker the package itself, built, or the plugin's source over the fake checker */
  constructor(checker: "built" | "fake") {
    const modules = join(this.folder, "node_modules");
    mkdirSync(join(modules, "@typescript-eslint"), { recursive: true });
    for (const name of ["@typescript-eslint/parser", "@typescript-eslint/eslint-plugin", "typescript"]) {
      symlinkSync(join(root, "node_modules", name), join(modules, name));
    }
    if (checker === "built") linkPackages(this.folder, ["movecheck", "eslint-plugin-movecheck"]);
    else installFake(join(modules, "eslint-plugin-movecheck"));
    this.write("package.json", JSON.stringify({ type: "module" }));
    this.write(
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: {
          strict: true,
          target: "es2022",
          lib: ["es2023", "esnext.disposable"],
          module: "nodenext",
          types: [],
        },
        include: ["**/*.ts"],
      }),
    );
    this.configure("projectService: true, tsconfigRootDir: __dirname");
  }

  /**
   * Writes both forms of the configuration.
   *
   * @param parserOptions of typescript-eslint's parser, as source; `__dirname` stands for the project's folder
   * @param rules more rules, as source
   */
  configure(parserOptions: string, rules = "{}"): void {
    this.write(
      ".eslintrc.cjs",
      `module.exports = {
  root: true,
  parser: "@typescript-eslint/parser",
  parserOptions: { ${parserOptions} },
  plugins: ["movecheck"],
  extends: ["plugin:movecheck/recommended"],
  overrides: [{ files: ["*.ts"], rules: ${rules} }],
};
`,
    );
    this.write(
      "eslint.config.js",
      `import parser from "@typescript-eslint/parser";
import movecheck from "eslint-plugin-movecheck";
const __dirname = import.meta.dirname;
export default [
  { files: ["**/*.ts"], languageOptions: { parser, parserOptions: { ${parserOptions} } } },
  movecheck.configs.recommended,
  { files: ["**/*.ts"], rules: ${rules} },
];
`,
    );
  }

  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Runs the real program over some files and gives what it reports. */
  lint(
    eslint: Eslint,
    files: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): { status: number | null; files: FileReport[]; stderr: string } {
    const bin = join(dirname(require.resolve(`${eslint.package}/package.json`)), "bin/eslint.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "--format", "json", ...files], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, ...env },
    });
    if (status === null || status > 1) throw new Error(`eslint ${eslint.version} failed: ${stdout}${stderr}`);
    return { status, files: JSON.parse(stdout) as FileReport[], stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** `eslint-plugin-movecheck` from its sources, over the fake checker. */
function installFake(folder: string): void {
  const source = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
  mkdirSync(folder);
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "eslint-plugin-movecheck", exports: { import: "./index.mjs", default: "./index.cjs" } }),
  );
  writeFileSync(join(folder, "index.mjs"), `import plugin from "./index.cjs";\nexport default plugin.default;\n`);
  writeFileSync(
    join(folder, "index.cjs"),
    `require(${JSON.stringify(require.resolve("tsx/cjs"))});
const { createPlugin, legacyPlugin } = require(${source("../../../../src/hosts/eslint/create-plugin.ts")});
const { createFakeAnalyser } = require(${source("../../editors/support/fake-analyser.ts")});
const analyse = createFakeAnalyser();
const counted = (file) => { console.error("analysed", file.sourceFile.fileName.split("/").at(-1)); return analyse(file); };
module.exports = legacyPlugin(createPlugin(counted, "0.0.0"));
`,
  );
}
