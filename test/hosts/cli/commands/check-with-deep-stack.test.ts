import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, test } from "node:test";
import { BUILT_COMMAND, ensureBuilt } from "../../editors/support/built.js";
import { ProjectOnDisk } from "../project-on-disk.js";

before(ensureBuilt);

/** A hole in the middle of nesting about as deep as TypeScript itself takes. */
const shapes: readonly ((hole: string) => string)[] = [
  (hole) => `use(${hole}${" + n".repeat(5000)});`,
  (hole) => `use(${"n + (".repeat(500)}${hole}${")".repeat(500)});`,
  (hole) => `use(${hole}${" && n".repeat(700)});`,
  (hole) => `${Array.from({ length: 500 }, (_, i) => `if (n === ${i}) { use(n); } else `).join("")}{ use(${hole}); }`,
  (hole) => `use(builder${".a()".repeat(500)}.a(${hole}));`,
  (hole) => `${"use(".repeat(350)}${hole}${")".repeat(350)};`,
  (hole) => `use(${"(".repeat(600)}${hole}${")".repeat(600)});`,
  (hole) => `use(${"`${".repeat(500)}${hole}${"}`".repeat(500)});`,
  (hole) => `${"{ ".repeat(1000)}use(${hole});${" }".repeat(1000)}`,
  (hole) => `${"if (n > 0) { ".repeat(700)}use(${hole});${" }".repeat(700)}`,
  (hole) => `use(${"[".repeat(250)}${hole}${"]".repeat(250)});`,
  (hole) => `use(${"{ a: ".repeat(250)}${hole}${" }".repeat(250)});`,
];

const prelude = [
  `import type { Linear, Ref } from "movecheck";`,
  `interface Token extends Linear { readonly n: number }`,
  `declare function eat(t: Token): void; declare function use(x: unknown): number;`,
  `interface Builder { a(x?: unknown): Builder } declare const builder: Builder;`,
].join("\n");

const text = (shape: (hole: string) => string, moved: boolean): string =>
  `${prelude}\nexport function f(n: number, ${moved ? "t: Token" : "t: Ref<Token>"}): void {\n${moved ? "  eat(t);\n" : ""}  ${shape("t.n")}\n}\n`;

function check(project: ProjectOnDisk): {
  readonly status: number | null;
  readonly stderr: string;
  readonly found: unknown[];
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILT_COMMAND, "check", "--format", "json"], {
    cwd: project.folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; file: string; line: number }[] };
  return { status, stderr, found: diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`) };
}

for (const moved of [true, false]) {
  test(`code nested about as deeply as tsc takes is analysed, ${moved ? "a use after the move" : "valid"}`, () => {
    const files = Object.fromEntries(
      shapes.map((shape, i) => [`f${String(i).padStart(2, "0")}.ts`, text(shape, moved)]),
    );
    using project = new ProjectOnDisk(files);
    const { status, stderr, found } = check(project);
    assert.equal(stderr, "");
    assert.deepEqual(found, moved ? Object.keys(files).map((file) => `MC0382 ${file}:7`) : []);
    assert.equal(status, moved ? 1 : 0);
  });
}

test("what even the larger stack is too small for is one line, and the rest is checked", () => {
  using project = new ProjectOnDisk({
    "deep.ts": `export const x = ${"(".repeat(400_000)}1${")".repeat(400_000)};\n`,
    "other.ts": "export const = 1;\n",
  });
  const { status, stderr, found } = check(project);
  assert.match(stderr, /^movecheck: [^\n]*nested too deeply[^\n]*\n$/u);
  assert.equal(status, 2);
  assert.deepEqual(found, ["TS1134 other.ts:1", "TS1134 other.ts:1"]);
});
