import type { TSESTree } from "@typescript-eslint/types";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Body } from "./body.js";

/** What introduces a name. `this` is the receiver of a function that is not an arrow. */
export type BindingKind =
  | "var"
  | "let"
  | "const"
  | "using"
  | "parameter"
  | "catch"
  | "function"
  | "class"
  | "import"
  | "other"
  | "this";

/** A name and everything that is known of it before types are asked for. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier that introduces it; for `this` the function. */
  readonly node: TSESTree.Node;
  /** The body whose storage it is. */
  readonly body: Body;
  /** Referred to from a body nested in its own. */
  captured: boolean;
  exported: boolean;
  /** Where `const` is written, when the name is all that its declaration declares. */
  constKeyword?: Span;
  /** Function and class expressions it may hold, directly or by way of another binding. */
  readonly functions: Set<TSESTree.Node>;
}
