import type TypeScript from "typescript";
import type { Finding } from "./finding.js";
import type { SourceText } from "./source-text.js";
import { ts } from "./typescript.js";

/**
 * A file's syntax errors as findings, numbered as TypeScript numbers them.
 *
 * @param program the program the file belongs to
 * @param file the file
 * @param source its text
 */
export function syntaxErrors(program: TypeScript.Program, file: TypeScript.SourceFile, source: SourceText): Finding[] {
  return program.getSyntacticDiagnostics(file).map((diagnostic) => ({
    source,
    code: `TS${diagnostic.code}` as const,
    severity: "error" as const,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
    span: { start: diagnostic.start, end: diagnostic.start + diagnostic.length },
    related: [],
  }));
}
