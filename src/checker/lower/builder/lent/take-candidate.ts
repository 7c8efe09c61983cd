import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../../../ir/block-id.js";
import type { Local } from "../../../ir/local.js";
import type { MovePath } from "../../../ir/move-path.js";

/** A read of a place behind a borrow that may take the value out of it: it does where the place is filled again at once. */
export interface TakeCandidate {
  /** The expression that reads it. */
  readonly node: TSESTree.Node;
  readonly place: MovePath;
  /** The variable that it is read into. */
  readonly holder: Local | undefined;
  /** From where on the place has to be filled before anything looks at it. */
  readonly block: BlockId;
  readonly at: number;
  /** It is read by the call that consumes it, which takes the value before it runs. */
  readonly call: boolean;
  /** The place is a field of what ends in this function (drop glue): nothing looks at it afterwards. */
  readonly ends: boolean;
}

/** What a variable was lent, and by which expression. */
export interface LentFrom {
  readonly node: TSESTree.Node;
  readonly place: MovePath | undefined;
  /** It is the parameter of a callback that is called with every element of a container. */
  readonly element?: boolean;
}
