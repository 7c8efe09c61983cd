import type { Span } from "../syntax/span.js";
import type { Code } from "./code.js";

/** A second place that explains a diagnostic ("value moved here"). */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The file, when it is not the diagnostic's own. */
  readonly file?: string;
}

/** One replacement of text; an insertion where the span is empty. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A safe change: applied, the file is accepted by tsc and the diagnostic is gone. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What the checker reports, the same for every host. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: "error" | "warning";
  /** One sentence, rustc's words: "use of moved value: `fd`". */
  readonly message: string;
  readonly span: Span;
  /** The words under the carets: "value used here after move". */
  readonly label?: string;
  readonly related: readonly Related[];
  readonly help?: string;
  readonly fix?: Fix;
}
