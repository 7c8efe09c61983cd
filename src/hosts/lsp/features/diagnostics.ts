import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Finding } from "../../../project/findings/finding.js";
import { type AnalysedDocument, rangeIn, rangeOf } from "../documents.js";
import { uriOf } from "../file-url.js";
import { HELP, SOURCE } from "../messages.js";

/** The findings of a document as the protocol wants them. */
export function diagnosticsOf(analysed: AnalysedDocument): Diagnostic[] {
  return analysed.analysis.findings.map((finding) => toLsp(analysed, finding));
}

/** One finding as the protocol wants it. */
export function toLsp({ document }: AnalysedDocument, finding: Finding): Diagnostic {
  const { code, severity, message, span, label, help } = finding;
  const details = [...(label === undefined ? [] : [label]), ...(help === undefined ? [] : [`${HELP}: ${help}`])];
  return {
    range: rangeOf(document, span),
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: SOURCE,
    message: [message, ...details].join("\n"),
    relatedInformation: finding.related.map(({ source, span: at, message: what }) => ({
      location:
        source === finding.source
          ? { uri: document.uri, range: rangeOf(document, at) }
          : { uri: uriOf(source.file), range: rangeIn(source, at) },
      message: what,
    })),
  };
}
