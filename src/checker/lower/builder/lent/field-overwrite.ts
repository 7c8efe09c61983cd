import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../../../ir/block-id.js";
import type { MovePath } from "../../../ir/move-path.js";

/** An assignment to a field of the receiver, which owns the field's old value. */
export interface FieldOverwrite {
  readonly place: MovePath;
  readonly node: TSESTree.Node;
  readonly block: BlockId;
  /** The instruction before which the old value has to be gone. */
  readonly at: number;
}
