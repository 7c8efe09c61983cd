import type { Fix } from "../../../../checker/diagnostics/diagnostic.js";
import { bySpan } from "../../../../checker/syntax/span.js";
import { applyEdits } from "../../../../project/findings/apply-edits.js";
import type { SourceText } from "../../../../project/source/source-text.js";
import { displayText } from "./display.js";
import type { SnippetStyle } from "./snippet.js";

/**
 * Shows what a fix changes, as rustc shows a suggestion: the old lines with `-`, the new ones with `+`.
 *
 * @param source the text the fix is for
 * @param fix the change
 */
export function renderFix(source: SourceText, fix: Fix, style: SnippetStyle): string[] {
  const edits = [...fix.edits].sort(bySpan);
  const out: string[] = [];
  // Edits on the same or neighbouring lines are shown as one hunk.
  for (const group of hunks(source, edits)) {
    const first = source.positionAt(group[0]?.span.start ?? 0).line;
    const last = source.positionAt(group.at(-1)?.span.end ?? 0).line;
    const start = source.startOf(first);
    const before = source.text.slice(start, source.startOf(last + 1));
    const shifted = group.map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    }));
    const after = applyEdits(before, shifted);
    if (out.length > 0) out.push(style.paint("gutter", "..."));
    out.push(...diff(first, lines(before), lines(after), style));
  }
  return out;
}

function hunks(source: SourceText, edits: readonly Fix["edits"][number][]): Fix["edits"][number][][] {
  const groups: Fix["edits"][number][][] = [];
  for (const edit of edits) {
    const previous = groups.at(-1)?.at(-1);
    const near =
      previous !== undefined &&
      source.positionAt(edit.span.start).line <= source.positionAt(previous.span.end).line + 1;
    if (near) groups.at(-1)?.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function lines(text: string): string[] {
  const all = text.split(/\r\n|[\r\n]/u);
  if (all.at(-1) === "") all.pop();
  return all;
}

/** The old and the new lines, without those at either end that stay as they are. */
function diff(first: number, before: readonly string[], after: readonly string[], style: SnippetStyle): string[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const shown = (all: readonly string[], sign: "-" | "+"): string[] =>
    all.slice(head, all.length - tail).map((text, index) => {
      const number = style.paint("gutter", String(first + head + index).padEnd(style.gutter));
      return `${number} ${style.paint(sign === "-" ? "removed" : "added", `${sign} ${displayText(text)}`)}`.trimEnd();
    });
  return [...shown(before, "-"), ...shown(after, "+")];
}
