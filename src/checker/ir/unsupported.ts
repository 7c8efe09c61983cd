import type { Span } from "../syntax/span.js";

/** A construct the lowering can't model; it is counted and never guessed at. */
export interface Unsupported {
  readonly span: Span;
  /** The ESTree node kind, and why where the kind alone does not say. */
  readonly what: string;
}
