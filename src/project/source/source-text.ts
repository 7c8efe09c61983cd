import { partitionPoint } from "../../checker/collections/sorted-search.js";

/** A place in a text as people count: both numbers start at 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * One file's text with its line table, so that offsets become lines and columns without a compiler.
 *
 * Lines end at LF, CRLF, CR, U+2028 and U+2029, as TypeScript and ECMAScript count them.
 *
 * @example
 * new SourceText("/a.ts", "one\ntwo").positionAt(4); // { line: 2, column: 1 }
 */
export class SourceText {
  #starts: readonly number[] | undefined;

  /**
   * @param file absolute path
   * @param text the whole text
   */
  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  get #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.text);
    return this.#starts;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /**
   * The line and column of an offset; offsets outside the text are clamped to its ends.
   *
   * @param offset UTF-16 units from the start of the text
   */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    // The first line starts at 0, so there is one at least.
    const line = partitionPoint(this.#lineStarts.length, (index) => this.startOf(index + 1) <= at);
    return { line, column: at - this.startOf(line) + 1 };
  }

  /**
   * The offset at which a line starts.
   *
   * @param line from 1; a line past the end starts at the end of the text
   */
  startOf(line: number): number {
    return this.#lineStarts[line - 1] ?? this.text.length;
  }

  /**
   * One line's text without its line break.
   *
   * @param line from 1
   */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/(\r\n|[\r\n\u2028\u2029])$/u, "");
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu))
    starts.push(index + lineBreak.length);
  return starts;
}
