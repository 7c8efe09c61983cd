import type { TSESTree } from "@typescript-eslint/types";

/**
 * An elementary condition on one place (the *narrowed reference*), without `!`, `&&`, `||` and parentheses, which
 * the core takes apart itself. Where `property` is given the condition is about `reference.property`.
 *
 * @example
 * // if (!fd.ok) ...          reference `fd`, test { kind: "truthy", property: "ok" }
 * // case "open":             reference `s`,  test { kind: "equals", property: "state", other: <"open">, loose: false }
 */
export type Test =
  | { readonly kind: "truthy"; readonly property?: string }
  | {
      readonly kind: "equals";
      readonly property?: string;
      readonly other: TSESTree.Expression;
      readonly loose: boolean;
    }
  /** Equal to none of them: the way to a `default` clause. Asked with outcome `true` only. */
  | { readonly kind: "none-of"; readonly property?: string; readonly others: readonly TSESTree.Expression[] }
  | { readonly kind: "typeof"; readonly property?: string; readonly name: string }
  /** Its `typeof` is none of them: the way to the `default` of `switch (typeof x)`. Asked with outcome `true` only. */
  | { readonly kind: "typeof-none-of"; readonly property?: string; readonly names: readonly string[] }
  | { readonly kind: "in"; readonly name: string }
  | { readonly kind: "instanceof"; readonly constructor: TSESTree.Expression }
  /** A type predicate, `is_open(reference)` or `reference.is_open()`. */
  | { readonly kind: "guard"; readonly call: TSESTree.CallExpression; readonly argument: number | "this" };

/** Why a value is not Send: the way to the leaf, and the leaf's type. */
export interface SendObstacle {
  /** Property names and indexes from the value to the leaf; `[]` when it is the value itself. */
  readonly path: readonly string[];
  /** The leaf's type as printed: "CurrentTask<S>". */
  readonly type: string;
  /** In one clause: "bound to the task that created it", "a function can't be cloned". */
  readonly why: string;
  /** What to do about it, where it is not to send something else. */
  readonly help?: string;
}
