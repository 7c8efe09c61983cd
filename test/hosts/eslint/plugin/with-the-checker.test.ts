// The built plugin in the real programs of three majors, over a project with typescript-eslint 8.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ensureBuilt } from "../../editors/support/built.js";
import { FIXED, MISUSE, root } from "../../editors/support/project.js";
import { ESLINTS, Sample } from "../support/sample.js";

const HIDDEN = `import { type CurrentTask, get_unused_fd_flags, put_unused_fd } from "movecheck/fd";
export function hidden<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, 0);
  if (fd.ok) void put_unused_fd(fd);
}
`;

const UNUSED = `import type {} from "movecheck";\nexport const n = 1; // movecheck-ignore MC1001 -- nothing of the kind\n`;

describe("the ESLint plugin", () => {
  before(ensureBuilt);

  for (const eslint of ESLINTS) {
    describe(`in ESLint ${eslint.version}`, () => {
      let sample: Sample;
      before(() => {
        sample = new Sample("built");
        sample.write("a.ts", MISUSE);
      });
      after(() => {
        sample.remove();
      });

      it("reports, its suggestion is applied, and the file is clean", () => {
        const { status, files } = sample.lint(eslint, ["a.ts"]);
        assert.equal(status, 1);
        const [report, ...rest] = files[0]!.messages;
        assert.deepEqual(rest, []);
        assert.equal(report!.ruleId, "movecheck/no-leak");
        assert.equal(report!.severity, 2);
        assert.match(
          report!.message,
          /^MC1001: `fd` may be dropped without being consumed \(.*; 5:23: leaves here, still owed\)\. help: /,
        );
        const [suggestion] = report!.suggestions!;
        assert.equal(suggestion!.desc, "Declare `fd` with `using`");
        const [start, end] = suggestion!.fix.range;
        const fixed = MISUSE.slice(0, start) + suggestion!.fix.text + MISUSE.slice(end);
        assert.equal(fixed, FIXED);
        sample.write("fixed.ts", fixed);
        const clean = sample.lint(eslint, ["fixed.ts"]);
        assert.deepEqual([clean.status, clean.files.flatMap(({ messages }) => messages)], [0, []]);
      });

      it("looks for hidden moves only when asked, and minds suppression comments", () => {
        sample.write("hidden.ts", HIDDEN);
        sample.write("unused.ts", UNUSED);
        const codes = (): (string | null)[] =>
          sample
            .lint(eslint, ["hidden.ts", "unused.ts"])
            .files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
        assert.deepEqual(codes(), ["movecheck/valid-suppressions"]);
        sample.configure("projectService: true, tsconfigRootDir: __dirname", '{ "movecheck/no-hidden-move": "error" }');
        assert.deepEqual(codes(), ["movecheck/no-hidden-move", "movecheck/valid-suppressions"]);
      });
    });
  }

  it("lints this project itself", () => {
    const bin = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");
    const { stdout, stderr } = spawnSync(process.execPath, [bin, "--print-config", "src/fd/api/fd-install.ts"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    const { rules } = JSON.parse(stdout || "{}") as { rules?: Record<string, unknown[]> };
    assert.deepEqual(rules?.["movecheck/no-leak"], [2], stderr);
  });
});
