import { readExample, type Example } from "./example.js";
import { VIEWS } from "./views.js";

/** Stands before a block that is made, and after it. */
const BLOCK = /<!-- shown: (?<view>\w+)(?: (?<name>\w+))? -->\n[^]*?<!-- \/shown -->/gu;
const PROGRAM = /```ts\n(?<text>[^]*?)```/gu;

/**
 * A page with its blocks made anew from the programs that stand before them.
 *
 * A block is whatever is between `<!-- shown: view -->` and `<!-- /shown -->`, or with `view name` about the function of that
 * name. It shows the nearest block of TypeScript before it that was not made itself.
 *
 * @throws when a program has errors, or a view or function does not exist
 */
export function renderPage(page: string): string {
  const made = [...page.matchAll(BLOCK)].map(({ index, 0: block }) => ({ start: index, end: index + block.length }));
  const programs = [...page.matchAll(PROGRAM)]
    .filter(({ index }) => !made.some(({ start, end }) => start <= index && index < end))
    .map(({ index, groups }) => ({ at: index, text: groups?.text ?? "" }));
  const examples = new Map<string, Example>();
  return page.replaceAll(BLOCK, (...match: unknown[]) => {
    const { view = "", name } = match.at(-1) as { readonly view?: string; readonly name?: string };
    const at = match.at(-3) as number;
    const program = programs.findLast((each) => each.at < at)?.text ?? "";
    const example = examples.get(program) ?? readExample(program);
    examples.set(program, example);
    const show = VIEWS[view];
    if (show === undefined) throw new Error(`no view ${view}; there are ${Object.keys(VIEWS).join(", ")}`);
    const { language, text } = show(example, name);
    const about = name === undefined ? view : `${view} ${name}`;
    return `<!-- shown: ${about} -->\n\n\`\`\`${language}\n${text}\n\`\`\`\n\n<!-- /shown -->`;
  });
}
