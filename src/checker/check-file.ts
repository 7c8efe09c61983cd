import type { TSESTree } from "@typescript-eslint/types";
import type { CheckOptions } from "./check-options.js";
import type { CheckResult } from "./check-result.js";
import type { TypeOracle } from "./oracle/type-oracle.js";
import { analyseFunctions, checkFunctions } from "./pipeline.js";

/**
 * Checks one file: every function in it and its module body.
 *
 * @param program The file's ESTree, with ranges; parent links are not needed.
 * @param oracle Answers about the types of this program's nodes.
 * @returns Diagnostics in order of position, and what could not be modelled. Throws for valid ESTree only with `anyDepth`: a RangeError.
 *
 * @example
 * const { ast, services } = parse(text);
 * checkFile(ast, new TypescriptOracle(services)).diagnostics.map((d) => d.code); // ["MC0382"]
 */
export function checkFile(program: TSESTree.Program, oracle: TypeOracle, options: CheckOptions = {}): CheckResult {
  return checkFunctions(analyseFunctions(program, oracle, options));
}
