import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import type { BrandRegistry } from "./brand-registry.js";

/** Finds the compiler's node for a node of the syntax tree; `undefined` when there is none. */
export type NodeMap = (node: TSESTree.Node) => TypeScript.Node | undefined;

/**
 * What the parts of the oracle share.
 *
 * `ts` is the compiler that made `program`: a host such as an editor or ESLint brings its own copy, and enums differ
 * from copy to copy.
 */
export interface OracleContext {
  readonly ts: typeof TypeScript;
  readonly program: TypeScript.Program;
  readonly checker: TypeScript.TypeChecker;
  readonly registry: BrandRegistry;
}
