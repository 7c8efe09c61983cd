import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.js";

/**
 * A configuration as docs/editors.md gives it, so that what is tried is what is documented.
 *
 * @param heading the section, as in `## Neovim`
 * @param language of the fenced block
 */
export function documented(heading: string, language: string): string {
  const text = readFileSync(join(root, "docs/editors.md"), "utf8");
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  const block = section?.split(`\`\`\`${language}\n`)[1]?.split("```")[0];
  if (block === undefined) throw new Error(`docs/editors.md has no ${language} block under "${heading}"`);
  return block;
}
