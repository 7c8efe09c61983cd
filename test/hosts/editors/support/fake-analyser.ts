// A stand-in for the checker that sees moves by text alone: `consume(x)` moves x until the end of the file. It tests
// the hosts' own work (positions, fixes, text versions) apart from the checker.
import type { Span } from "../../../../src/checker/syntax/span.js";
import type { MoveSite } from "../../../../src/checker/query/file-facts.js";
import type { Analyser } from "../../../../src/project/analyser.js";
import type { Finding } from "../../../../src/project/findings/finding.js";
import { SourceText } from "../../../../src/project/source/source-text.js";

interface Found {
  readonly move: MoveSite;
  readonly uses: readonly Span[];
}

function find(text: string): Found[] {
  return [...text.matchAll(/(?<!function )consume\((\w+)\);/g)].map((match) => {
    const place = match[1]!;
    const start = match.index + "consume(".length;
    const after = match.index + match[0].length;
    const uses = [...text.slice(after).matchAll(new RegExp(`\\b${place}\\b`, "g"))].map((use) => ({
      start: after + use.index,
      end: after + use.index + place.length,
    }));
    return { move: { span: { start, end: start + place.length }, place, by: "consume" }, uses };
  });
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** Makes a fake checker. */
export const createFakeAnalyser = (): Analyser => (file) => {
  const { text } = file.sourceFile;
  const found = find(text);
  const source = new SourceText(file.sourceFile.fileName, text);
  const findings = found.flatMap(({ move, uses }) =>
    uses.slice(0, 1).map((span): Finding => ({
      source,
      code: "MC0382",
      severity: "error",
      message: `use of moved value: \`${move.place}\``,
      span,
      label: "value used here after move",
      related: [{ source, span: move.span, message: "value moved here" }],
      help: "remove the move",
      fix: {
        title: "Remove the move",
        edits: [
          { span: { start: move.span.start - "consume(".length, end: move.span.end + ");".length }, newText: "" },
        ],
      },
    })),
  );
  const moves = found.map(({ move }) => move);
  const movesOf = (offset: number): MoveSite[] =>
    found.filter(({ move, uses }) => [move.span, ...uses].some((span) => holds(span, offset))).map(({ move }) => move);
  return {
    findings,
    facts: {
      moves,
      movesOf,
      stateAt(offset) {
        for (const { move, uses } of found) {
          const use = uses.find((span) => holds(span, offset));
          if (use !== undefined)
            return { span: use, place: move.place, state: "moved", partially: false, moves: [move] };
          if (holds(move.span, offset))
            return { span: move.span, place: move.place, state: "live", partially: false, moves: [] };
        }
        return undefined;
      },
      functions: [...text.matchAll(/function (\w+)\((\w+): Token/g)].map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        parameters: [{ name: match[2]!, span: { start: match.index, end: match.index }, passes: "consumes" as const }],
      })),
    },
  };
};
