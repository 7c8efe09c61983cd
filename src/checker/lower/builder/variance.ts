import type { TSESTree } from "@typescript-eslint/types";
import type { FunctionVariance } from "../../oracle/call-facts.js";
import type { FunctionBuilder } from "./function-builder.js";
import { textOf } from "./transfer.js";

/**
 * MC1001 where a function borrows what it is given by value, MC0507 where it takes what is only lent to it.
 *
 * @param at where to point for a parameter
 */
export function reportParameters(
  b: FunctionBuilder,
  { borrows, takes }: FunctionVariance,
  at: (parameter: number) => TSESTree.Node,
): void {
  if (borrows !== undefined) {
    const node = at(borrows);
    b.reportError(node, { code: "MC1001", how: "borrowing callback", place: textOf(node) });
  }
  if (takes !== undefined) {
    const node = at(takes);
    b.reportError(node, { code: "MC0507", place: textOf(node), notOwned: "borrowed", local: undefined });
  }
}

/** The same of a function that is passed by name; and MC1001 where it returns a linear value that nobody takes. */
export function reportNamedFunction(b: FunctionBuilder, node: TSESTree.Expression): void {
  if (node.type !== "Identifier" && node.type !== "MemberExpression") return;
  const variance = b.context.oracle.variance(node);
  if (variance === undefined) return;
  reportParameters(b, variance, () => node);
  if (variance.dropsResult) b.reportError(node, { code: "MC1001", how: "dropped result", place: textOf(node) });
}
