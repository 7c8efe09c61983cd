import type { TSESTree } from "@typescript-eslint/types";
import type { CheckOptions } from "../check-options.js";
import { lowerBody } from "../lower/body.js";
import { mayHoldLinear } from "../lower/may-hold-linear.js";
import { FileContext } from "../lower/builder/file-context.js";
import type { TypeOracle } from "../oracle/type-oracle.js";
import { analyzeScopes } from "../scope/analyze-scopes.js";
import { GraphIndex } from "../dataflow/graph-index.js";

/**
 * Lowers all functions of a tree that have to do with linear values, for questions about single places: nothing is
 * solved.
 *
 * @param program with ranges
 * @param oracle answers about the types of its nodes
 */
export function lowerFile(program: TSESTree.Program, oracle: TypeOracle, options: CheckOptions = {}): GraphIndex[] {
  const scopes = analyzeScopes(program);
  const context = new FileContext(oracle, scopes, options);
  return scopes.bodies
    .filter((body) => mayHoldLinear(context, body))
    .map((body) => new GraphIndex(lowerBody(context, body)));
}
