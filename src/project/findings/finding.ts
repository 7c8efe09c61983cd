import type { Code } from "../../checker/diagnostics/code.js";
import type { Diagnostic, Fix } from "../../checker/diagnostics/diagnostic.js";
import type { Span } from "../../checker/syntax/span.js";
import type { SourceText } from "../source/source-text.js";

/**
 * What a finding is called: a checker code, a syntax error as TypeScript numbers it (`TS1005`), or a complaint about
 * a suppression comment.
 */
export type FindingCode = Code | `TS${number}` | "unused-suppression" | "bad-suppression";

/** A second place that explains a finding; it may be in another file. */
export interface RelatedPlace {
  readonly source: SourceText;
  readonly span: Span;
  readonly message: string;
}

/** A diagnostic together with the text it points into: what every output format starts from. */
export interface Finding {
  readonly source: SourceText;
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly span: Span;
  readonly label?: string;
  readonly related: readonly RelatedPlace[];
  readonly help?: string;
  readonly fix?: Fix;
}

/**
 * Ties a diagnostic of the checker to the file it was found in.
 *
 * @param diagnostic what the checker reported
 * @param source the file it checked
 * @param open finds another file's text, for related places outside the diagnostic's own file; a place whose file
 * cannot be opened is left out
 */
export function findingOf(
  diagnostic: Diagnostic,
  source: SourceText,
  open: (file: string) => SourceText | undefined = () => undefined,
): Finding {
  const related = diagnostic.related.flatMap(({ span, message, file }) => {
    const where = file === undefined || file === source.file ? source : open(file);
    return where === undefined ? [] : [{ source: where, span, message }];
  });
  return { ...diagnostic, source, related };
}
