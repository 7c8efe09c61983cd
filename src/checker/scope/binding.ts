import type { TSESTree } from "@typescript-eslint/types";
import type { Span } from "../syntax/span.js";
import type { Body } from "./body.js";

/** What introduces a name. `this` is the receiver of a function that is not an arrow. */
export type BindingKind =
  "var" | "let" | "const" | "using" | "parameter" | "catch" | "function" | "class" | "import" | "other" | "this";

/** One element of a destructuring pattern. */
export interface PatternPart {
  readonly pattern: TSESTree.ObjectPattern | TSESTree.ArrayPattern;
  /** The property's name, or the element's index. */
  readonly key: string;
  /** What is destructured; a parameter's is not written. */
  readonly source: TSESTree.Expression | undefined;
}

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
  /** The initialiser of its declaration. */
  initial?: TSESTree.Expression;
  /** What is written to the name as a whole: its initialiser, and the right sides of assignments. */
  readonly values: TSESTree.Expression[];
  /** Something is written to it after its declaration. */
  reassigned: boolean;
  /** Where it stands in the pattern that declares it, when that is all that the element says. */
  part?: PatternPart;
  /** Function and class expressions it may hold, directly or by way of another binding. */
  readonly functions: Set<TSESTree.Node>;
}
