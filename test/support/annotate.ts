import { readExpectations } from "../../src/conformance/inline-expectations.js";
import { tscVersions, type TscDiagnostic, type TscVersion } from "../../src/conformance/tsc.js";

/** Ends a line whose use is wrong, in the files that are annotated by running the compilers. */
export const wrong = /\/\/ wrong(?:: (?<why>.*\S))?\s*$/;

/** What annotating a file found. */
export interface Annotated {
  readonly text: string;
  /** Errors on lines that are not marked wrong: false alarms, which no annotation hides. */
  readonly falseAlarms: readonly string[];
}

/** Removes the expectation comments of a source. */
export function withoutExpectations(source: string): string {
  return source
    .split("\n")
    .filter((line) => !isExpectation(line))
    .join("\n");
}

function isExpectation(line: string): boolean {
  return line.trimStart().startsWith("//") && readExpectations(`;\n${line}`).length > 0;
}

/**
 * Writes under each line what the compilers report there; `missed` under a line marked wrong where none does. Only the
 * first error of a line is asserted by each compiler's own code: the rest of a message may follow from it.
 */
export function annotate(source: string, reports: ReadonlyMap<TscVersion, readonly TscDiagnostic[]>): Annotated {
  const falseAlarms: string[] = [];
  const text = source.split("\n").flatMap((line, index) => {
    const found = new Map<string, TscVersion[]>();
    for (const [version, diagnostics] of reports) {
      for (const { line: at, column, code } of diagnostics) {
        if (at !== index + 1) continue;
        const key = `${column}:${code}`;
        found.set(key, [...(found.get(key) ?? []), version]);
      }
    }
    const mark = wrong.exec(line);
    if (mark === null) {
      if (found.size > 0) falseAlarms.push(`${index + 1}: ${line.trim()} ${JSON.stringify([...found])}`);
      return [line];
    }
    if (found.size === 0) return [line, comment(line.search(/\S/) + 1, "missed")];
    return [
      line,
      ...[...found].map(([key, versions]) => {
        const [column = "", code = ""] = key.split(":");
        return comment(
          Number(column),
          versions.length === tscVersions.length ? code : `${code} (${versions.join(", ")})`,
        );
      }),
    ];
  });
  return { text: text.join("\n"), falseAlarms };
}

/** The comment whose first caret stands at a column. */
function comment(column: number, what: string): string {
  return column < 3 ? `// ${column}: ${what}` : `//${" ".repeat(column - 3)}^ ${what}`;
}
