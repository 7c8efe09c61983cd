import type { Diagnostic, Span } from "./diagnostics/diagnostic.js";

/** A construct the lowering can't model; it is counted and never guessed at. */
export interface Unsupported {
  readonly span: Span;
  /** The ESTree node kind, and why where the kind alone does not say. */
  readonly what: string;
}

/** What the checker found in one file. */
export interface CheckResult {
  /** In order of position. */
  readonly diagnostics: readonly Diagnostic[];
  readonly unsupported: readonly Unsupported[];
  /** Functions lowered and analysed, the module body included. */
  readonly functions: number;
}
