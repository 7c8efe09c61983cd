import type { CodeAt } from "./verdict.js";

/**
 * Reads the markers of a source: `//~ MC0382` at the end of a line says what must be reported there, decided by whoever
 * wrote the case before any tool was run. Several codes may stand after one `//~`.
 *
 * `tsc` in place of a code marks a line that tsc alone must stop, where the checker has no code of its own.
 *
 * Source: rustc's own ui tests, `//~ ERROR`.
 */
export function readMarkers(source: string): CodeAt[] {
  return source.split(/\r?\n/).flatMap((text, index) => {
    const codes = /\/\/~ (?<codes>\S.*)$/.exec(text)?.groups?.codes;
    return codes === undefined
      ? []
      : codes
          .trim()
          .split(/\s+/)
          .map((code) => ({ code, line: index + 1 }));
  });
}

/** In order of line, then of code; one entry for what is reported twice at one place. */
export function sortCodes<At extends CodeAt>(codes: readonly At[]): At[] {
  const byText = new Map(codes.map((at) => [JSON.stringify(at), at]));
  return [...byText.values()].sort(
    (left, right) => left.line - right.line || columnOf(left) - columnOf(right) || left.code.localeCompare(right.code),
  );
}

function columnOf(at: CodeAt): number {
  return "column" in at && typeof at.column === "number" ? at.column : 0;
}
