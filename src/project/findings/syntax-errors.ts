import type TypeScript from "typescript";
import type { Finding } from "./finding.js";
import type { StubbedFile } from "../source/import-stub.js";
import type { SourceText } from "../source/source-text.js";
import { ts } from "../source/typescript.js";

/** What the public declaration of SourceFile leaves out: there since TypeScript 1. */
interface ParsedSourceFile extends TypeScript.SourceFile {
  readonly parseDiagnostics: readonly TypeScript.DiagnosticWithLocation[];
}

/**
 * A file's syntax errors as findings, numbered as TypeScript numbers them.
 *
 * @param program the program the file belongs to
 * @param file the file
 * @param source its text
 */
export function syntaxErrors(program: TypeScript.Program, file: TypeScript.SourceFile, source: SourceText): Finding[] {
  return program.getSyntacticDiagnostics(file).map((diagnostic) => toFinding(source, diagnostic));
}

/**
 * The syntax errors of a TypeScript file of which the program holds an import stub only.
 *
 * The tree is let go at once, which takes half the time of holding on to those of a whole project.
 *
 * @param file what the stub stands in for
 * @param source its text
 */
export function syntaxErrorsOfStubbed({ text, options }: StubbedFile, source: SourceText): Finding[] {
  const file = ts.createSourceFile(source.file, text, options) as ParsedSourceFile;
  return file.parseDiagnostics.map((diagnostic) => toFinding(source, diagnostic));
}

function toFinding(source: SourceText, diagnostic: TypeScript.DiagnosticWithLocation): Finding {
  return {
    source,
    code: `TS${diagnostic.code}`,
    severity: "error",
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
    span: { start: diagnostic.start, end: diagnostic.start + diagnostic.length },
    related: [],
  };
}
