// The pages about the checker show graphs, states and diagnostics of small programs. None of it is typed: `npm run docs:checker`
// writes it, and what is stale fails here.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { renderPage } from "../scripts/checker-docs/render-page.js";
import { root } from "./support/kit.js";

const folder = join(root, "docs/checker");
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

describe("a page about the checker", () => {
  for (const name of pages)
    it(`shows what the checker does today: ${name}`, () => {
      assert.equal(renderPage(read(name)), read(name), "npm run docs:checker writes it anew");
    });

  it("of a pass shows something", () => {
    const bare = pages.filter((name) => name !== "README.md" && !read(name).includes("<!-- shown: "));
    assert.deepEqual(bare, []);
  });

  it("is stale when a block was changed by hand", () => {
    const page = read("ownership.md");
    const changed = page.replace("// maybe moved {t}", "// moved {t}");
    assert.notEqual(changed, page);
    assert.equal(renderPage(changed), page);
  });

  it("can't show what does not exist, or of a program with errors", () => {
    const block = (view: string): string => `<!-- shown: ${view} -->\n<!-- /shown -->`;
    const program = "```ts\nfunction f(t: Token): void {\n  eat(t);\n}\n```\n";
    assert.throws(() => renderPage(program + block("nonsense")), /no view nonsense/u);
    assert.throws(() => renderPage(program + block("graph g")), /no function g/u);
    assert.throws(() => renderPage(program.replace("eat(t)", "eat(u)") + block("graph")), /Cannot find name 'u'/u);
  });
});
