import type { TSESTree } from "@typescript-eslint/types";
import type { Unsupported } from "../check-result.js";
import type { FunctionNode } from "../oracle/type-oracle.js";
import type { Block, BlockId } from "./block.js";
import type { Local } from "./local.js";

/** What owns a body of code. */
export type BodyNode =
  | FunctionNode
  | TSESTree.Program
  | TSESTree.StaticBlock
  | TSESTree.TSModuleBlock
  | TSESTree.PropertyDefinition
  | TSESTree.AccessorProperty;

/** One function, lowered. */
export interface ControlFlowGraph {
  readonly node: BodyNode;
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly entry: BlockId;
  readonly locals: readonly Local[];
  readonly unsupported: readonly Unsupported[];
}
