import type TypeScript from "typescript";
import type { Related } from "../../../src/checker/diagnostics/diagnostic.js";
import type { Span } from "../../../src/checker/syntax/span.js";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import type { Subject } from "../language/subject.js";
import { leakSet, temporary, type LeakOf } from "../judge/leaks.js";
import { printTypescript, typescriptPrelude } from "../print/typescript.js";
import { normalise, type Reported } from "../rustc/verdicts.js";
import { programOf } from "./program.js";

/** What the checker says of one function. */
export interface Checked {
  /** The families that rustc has too. */
  readonly moves: readonly Reported[];
  readonly leaks: readonly LeakOf[];
}

/** Constructs that the checker said it can't model; there must be none. */
class UnsupportedSyntax extends Error {}

/**
 * The checker's diagnostics in each of many functions, checked as one file.
 *
 * @throws {UnsupportedSyntax}
 */
export function runChecker(subjects: readonly Subject[]): readonly Checked[] {
  const lines = typescriptPrelude.split("\n");
  const heads = subjects.map((subject, at) => {
    const head = lines.length;
    lines.push(...printTypescript(`f${at}`, subject).lines);
    return head;
  });
  const { program, file } = programOf(lines.join("\n"));
  const { result, findings } = checkSourceFile(program, file, { validateGraphs: true });
  if (!result)
    throw new UnsupportedSyntax(`the file was not analysed: ${findings.map(({ message }) => message).join("; ")}`);
  for (const { what, span } of result.unsupported)
    throw new UnsupportedSyntax(`${what}: ${file.text.slice(span.start, span.end)}`);
  const moves: Reported[][] = subjects.map(() => []);
  const leaks: LeakOf[][] = subjects.map(() => []);
  for (const { code, span, related } of result.diagnostics) {
    const line = file.getLineAndCharacterOfPosition(span.start).line;
    const at = heads.findLastIndex((head) => head <= line);
    if (at < 0) throw new UnsupportedSyntax(`${code} in the prelude: ${lines[line] ?? ""}`);
    if (code === "MC1001" || code === "MC1004") leaks[at]!.push({ code, variable: variableAt(file, span, related) });
    else moves[at]!.push({ code, line: line - heads[at]! + 1 });
  }
  return subjects.map((_, at) => ({ moves: normalise(moves[at]!), leaks: leakSet(leaks[at]!) }));
}

/** Which variable a leak is about: an overwriting statement names it beside itself. */
function variableAt(file: TypeScript.SourceFile, span: Span, related: readonly Related[]): string {
  const [text = "", beside = ""] = [span, related[0]?.span].map((each) =>
    each ? file.text.slice(each.start, each.end) : undefined,
  );
  const named = /^(\w+)(?:\.\w+|\[\d\])*$/u;
  const overwritten = text.includes(" = ") ? named.exec(beside)?.[1] : undefined;
  return overwritten ?? named.exec(text)?.[1] ?? temporary;
}
