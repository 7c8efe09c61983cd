import type { Paint, Style } from "./paint.js";

interface Cell {
  readonly text: string;
  readonly style: Style;
}

/** One row of terminal cells that can be written in any order; unwritten cells are blank. */
export class Canvas {
  readonly #cells: (Cell | undefined)[] = [];

  /** Writes a text from a column on, over what is there. */
  put(column: number, text: string, style: Style): void {
    let at = column;
    for (const char of text) this.#cells[at++] = { text: char, style };
  }

  /** Writes a text only where nothing was written yet, so that a connector never cuts through a label. */
  putUnder(column: number, text: string, style: Style): void {
    let at = column;
    for (const char of text) {
      this.#cells[at] ??= { text: char, style };
      at += 1;
    }
  }

  /** Writes one character in a run of columns, `to` exclusive. */
  fill(from: number, to: number, char: string, style: Style): void {
    for (let column = from; column < to; column += 1) this.put(column, char, style);
  }

  /** The row as text, without blanks at its end. */
  render(paint: Paint): string {
    let line = "";
    let run = "";
    let style: Style = "plain";
    for (const cell of Array.from(this.#cells, (c) => c ?? { text: " ", style: "plain" as const })) {
      if (cell.style !== style) {
        line += paint(style, run);
        run = "";
        style = cell.style;
      }
      run += cell.text;
    }
    return (line + paint(style, run)).trimEnd();
  }
}
