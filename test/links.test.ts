import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { it } from "node:test";
import { root } from "./support/kit.js";

function pages(folder: string, recursive: boolean): string[] {
  return readdirSync(join(root, folder), { recursive })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => path.endsWith(".md"));
}

it("every link of the documentation to a file leads to one", () => {
  const broken = [...pages(".", false), ...pages("docs", true)].flatMap((page) => {
    const links = [...readFileSync(page, "utf8").matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, link = ""]) => link);
    return links
      .filter((link) => !existsSync(join(dirname(page), link)))
      .map((link) => `${relative(root, page)}: ${link}`);
  });
  assert.deepEqual(broken, []);
});
