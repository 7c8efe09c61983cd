import type TypeScript from "typescript";
import type { OperandEffect, OperandPosition, ResourceFacts } from "../../../checker/oracle/resource-oracle.js";
import type { Call } from "./callee.js";

/** What the bodies of a project's functions say. */
export interface Summaries {
  /**
   * What a call does with an operand, by the body of what it calls.
   *
   * @param symbol what is called
   * @param path where in the operand the resource is
   * @returns nothing when the body is not in the program, or too deep in others
   */
  ofCall(
    call: Call,
    symbol: TypeScript.Symbol,
    position: OperandPosition,
    facts: ResourceFacts,
    path: readonly string[],
  ): OperandEffect | undefined;
}
