import type { TSESTree } from "@typescript-eslint/types";
import { codes } from "../../../checker/diagnostics/codes.js";
import type { Code } from "../../../checker/diagnostics/code.js";
import type { Span } from "../../../checker/syntax/span.js";
import type { SourceText } from "../../source/source-text.js";

/** A code in a suppression's list, where it is written. */
interface ListedCode {
  readonly code: Code;
  readonly span: Span;
}

/** A comment that accepts findings. */
export interface Suppression {
  readonly span: Span;
  /** The line whose findings it accepts. */
  readonly line: number;
  readonly codes: readonly ListedCode[];
  /** Words in its list that are no codes. */
  readonly unknown: readonly { readonly word: string; readonly span: Span }[];
  /** `undefined` when it gives none, and then it accepts nothing. */
  readonly reason: string | undefined;
}

const MARK = /^(?<lead>[\s*]*movecheck-ignore(?![\w-]))(?<list>.*?)(?:--(?<reason>.*))?$/su;

/**
 * Reads a comment as a suppression: `// movecheck-ignore MC1001, MC1004 -- reason`.
 *
 * Beside code it is about its own line; alone on its line it is about the next line with code.
 *
 * @returns `undefined` when the comment is about something else
 */
export function readSuppression(source: SourceText, comment: TSESTree.Comment): Suppression | undefined {
  const match = MARK.exec(comment.value);
  if (match === null) return undefined;
  const [start, end] = comment.range;
  const { lead = "", list = "", reason } = match.groups ?? {};
  const listed: ListedCode[] = [];
  const unknown: { word: string; span: Span }[] = [];
  for (const { 0: word, index } of list.matchAll(/[^\s,]+/gu)) {
    const at = start + 2 + lead.length + index;
    const span = { start: at, end: at + word.length };
    const code = codes.find((each) => each === word);
    if (code === undefined) unknown.push({ word, span });
    else listed.push({ code, span });
  }
  const why = reason?.trim();
  return {
    span: { start, end },
    line: coveredLine(source, start, end),
    codes: listed,
    unknown,
    reason: why === "" ? undefined : why,
  };
}

function coveredLine(source: SourceText, start: number, end: number): number {
  const { line } = source.positionAt(start);
  const before = source.text.slice(source.startOf(line), start).trim();
  const last = source.positionAt(end).line;
  const after = source.text.slice(end, source.startOf(last + 1)).trim();
  // In JSX a comment stands in braces: `{/* movecheck-ignore ... */}`.
  const alone = (before === "" || before === "{") && (after === "" || after === "}");
  if (!alone) return after === "" ? line : last;
  let next = last + 1;
  while (next < source.lineCount && /^\s*(?:\/\/.*|\/\*.*\*\/\s*)?$/u.test(source.lineText(next))) next += 1;
  return next;
}
