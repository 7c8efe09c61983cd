import type { BodyNode } from "../syntax/nodes.js";
import type { Block } from "./block.js";
import type { BlockId } from "./block-id.js";
import type { Local } from "./local.js";
import type { Unsupported } from "./unsupported.js";

/** One function, lowered. */
export interface ControlFlowGraph {
  readonly node: BodyNode;
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly entry: BlockId;
  readonly locals: readonly Local[];
  readonly unsupported: readonly Unsupported[];
}
