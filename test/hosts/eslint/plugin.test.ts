import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ESLINTS, Sample } from "./support/sample.js";

const TEXT = `interface Token { readonly n: number }
declare function consume(token: Token): void;
export function run(token: Token): number {
  consume(token);
  return token.n;
}
`;

for (const eslint of ESLINTS) {
  describe(`the plugin with a fake checker in ESLint ${eslint.version}`, () => {
    let sample: Sample;
    before(() => {
      sample = new Sample("fake");
      sample.write("a.ts", TEXT);
      sample.write("b.ts", TEXT);
    });
    after(() => {
      sample.remove();
    });

    it("reports with the second places in the message, at the checker's span", () => {
      const { status, files } = sample.lint(eslint, ["a.ts"]);
      assert.equal(status, 1);
      const [report, ...rest] = files[0]!.messages;
      assert.equal(rest.length, 0);
      assert.equal(report!.ruleId, "movecheck/no-use-after-move");
      assert.equal(
        report!.message,
        "MC0382: use of moved value: `token` (value used here after move; 4:11: value moved here). help: remove the move",
      );
      assert.deepEqual([report!.line, report!.column, report!.endLine, report!.endColumn], [5, 10, 5, 15]);
    });

    it("suggests nothing from a rule whose meta does not say that it suggests", () => {
      const [report] = sample.lint(eslint, ["a.ts"]).files[0]!.messages;
      assert.equal(report!.suggestions, undefined);
    });

    it("analyses each file once for all the rules", () => {
      const { stderr } = sample.lint(eslint, ["a.ts", "b.ts"]);
      assert.deepEqual(stderr.match(/^analysed .*/gm)?.sort(), ["analysed a.ts", "analysed b.ts"]);
    });

    it("says once what to configure when there are no types", () => {
      sample.configure("");
      const { files } = sample.lint(eslint, ["a.ts", "b.ts"]);
      const messages = files.flatMap((file) => file.messages);
      assert.equal(messages.length, 1);
      assert.match(
        messages[0]!.message,
        /^movecheck needs the types of this file: set `parserOptions: \{ projectService: true/,
      );
      sample.configure("projectService: true, tsconfigRootDir: __dirname");
    });
  });
}
