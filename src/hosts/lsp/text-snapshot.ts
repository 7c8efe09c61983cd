import type { IScriptSnapshot, TextChangeRange } from "typescript";

/**
 * One version of a document's text, that knows what changed since an earlier one, so that TypeScript parses only that
 * part again.
 *
 * @example
 * new TextSnapshot("let a = 12").getChangeRange(new TextSnapshot("let a = 1")); // one character more at offset 9
 */
export class TextSnapshot implements IScriptSnapshot {
  constructor(readonly text: string) {}

  getText(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  getLength(): number {
    return this.text.length;
  }

  getChangeRange(old: IScriptSnapshot): TextChangeRange | undefined {
    return old instanceof TextSnapshot ? changeRange(old.text, this.text) : undefined;
  }
}

/** The stretch between the common beginning and the common end. */
function changeRange(before: string, after: string): TextChangeRange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { span: { start, length: before.length - start - tail }, newLength: after.length - start - tail };
}
