// What the plugin costs in ESLint, by ESLint's own timing (TIMING=all), beside a typed rule that most projects have:
// all of movecheck's rules together against @typescript-eslint/no-floating-promises, in one run over one project of
// more than 100,000 lines with type information. Three projects: movecheck used in one file, in a tenth of the files,
// and in every file. Needs a build (`npm run build`).
//
// Usage: tsx bench/eslint-timing.ts [modules]      (420 by default)
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import plugin from "../src/hosts/eslint/index.js";
import { generateProject } from "./support/generated-project.js";
import { readArguments } from "./support/read-arguments.js";

const MODULES = readArguments({ usage: "tsx bench/eslint-timing.ts [modules]", count: 420 }).count;
const PEER = "@typescript-eslint/no-floating-promises";
const root = fileURLToPath(new URL("..", import.meta.url));
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");

/** A module of sixty lines that reserves, branches, loops and installs. */
function linearModule(index: number): string {
  const functions = Array.from(
    { length: 5 },
    (_, at) => `
export function attach${index}x${at}<S>(current: CurrentTask<S>, file: ARef<File>, names: readonly string[]): number {
  using owned = file;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  let longest = 0;
  for (const name of names) longest = Math.max(longest, name.length + fd.reserved_fd());
  if (longest === 0) return 0;
  fd_install(fd, owned);
  return longest;
}
`,
  );
  return `import { fd_install, get_unused_fd_flags, O_CLOEXEC, type ARef, type CurrentTask, type File } from "movecheck/fd";\n${functions.join("")}`;
}

const rules: Record<string, string> = { [PEER]: "warn" };
for (const name of Object.keys(plugin.rules)) rules[`movecheck/${name}`] = "warn";
const config = `import parser from "@typescript-eslint/parser";
import tseslint from "@typescript-eslint/eslint-plugin";
import movecheck from "eslint-plugin-movecheck";
export default [{
  files: ["src/**/*.ts"],
  languageOptions: { parser, parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
  plugins: { movecheck, "@typescript-eslint": tseslint },
  rules: ${JSON.stringify(rules)},
}];
`;

function measure(name: string, linearFiles: number): void {
  const extra = Object.fromEntries(
    Array.from({ length: linearFiles }, (_, index) => [`src/linear${index}.ts`, linearModule(index)]),
  );
  using project = generateProject(MODULES, { ...extra, "eslint.config.js": config });
  mkdirSync(join(project.folder, "node_modules/@typescript-eslint"), { recursive: true });
  for (const module of ["@typescript-eslint/parser", "@typescript-eslint/eslint-plugin"])
    symlinkSync(join(root, "node_modules", module), join(project.folder, "node_modules", module));
  writeFileSync(join(project.folder, "eslint.config.js"), config);
  const { stdout, stderr, status } = spawnSync(process.execPath, [eslint, "src"], {
    cwd: project.folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, TIMING: "all" },
  });
  if (status !== 0) throw new Error(`eslint: status ${status ?? "none"}\n${stdout.slice(0, 2000)}${stderr}`);
  const times = [...stdout.matchAll(/^(\S+)\s*\|\s*([\d.]+)\s*\|/gm)].map(
    ([, rule = "", time]) => [rule, Number(time)] as const,
  );
  const own = times.filter(([rule]) => rule.startsWith("movecheck/")).reduce((sum, [, time]) => sum + time, 0);
  const peer = times.find(([rule]) => rule === PEER)?.[1] ?? NaN;
  console.log(
    `${name}: ${project.lines} lines, ${linearFiles} of ${project.files} files use movecheck: plugin ${own.toFixed(0)} ms, ${PEER} ${peer.toFixed(0)} ms, ratio ${(own / peer).toFixed(2)}`,
  );
}

measure("one file", 1);
measure("a tenth", Math.round(MODULES / 9));
measure("as many again", MODULES);
