import type * as ts from "typescript";
import type { TypeScript } from "../../project/source/host-file.js";
import type { Finding, RelatedPlace } from "../../project/findings/finding.js";
import type { ServiceResult } from "../../project/service-results.js";
import { numberOf } from "./diagnostic-numbers.js";
import { SOURCE } from "./messages.js";

/**
 * A finding in tsserver's shape, with the second places as its related information.
 *
 * @param ts tsserver's own module
 * @param result the file it was found in, and the program for the other files that related places name
 * @param finding what the checker found
 */
export function toTsDiagnostic(ts: TypeScript, result: ServiceResult, finding: Finding): ts.Diagnostic {
  const { program, sourceFile: file } = result;
  const { code, message, label, help, severity, span } = finding;
  const details = [...(label === undefined ? [] : [label]), ...(help === undefined ? [] : [`help: ${help}`])];
  const information = ts.DiagnosticCategory.Message;
  return {
    file,
    start: span.start,
    length: span.end - span.start,
    category: severity === "error" ? ts.DiagnosticCategory.Error : ts.DiagnosticCategory.Warning,
    code: numberOf(code),
    source: SOURCE,
    messageText: [`${code}: ${message}`, ...details].join("\n"),
    relatedInformation: finding.related.flatMap((related) => {
      const where = related.source.file === file.fileName ? file : program.getSourceFile(related.source.file);
      return where === undefined ? [] : [relatedInformation(where, related, numberOf(code), information)];
    }),
  };
}

function relatedInformation(
  file: ts.SourceFile,
  related: RelatedPlace,
  code: number,
  category: ts.DiagnosticCategory,
): ts.DiagnosticRelatedInformation {
  const { span, message } = related;
  return { file, start: span.start, length: span.end - span.start, category, code, messageText: message };
}
