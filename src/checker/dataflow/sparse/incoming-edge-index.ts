import { getOrInsert } from "../../collections/get-or-insert.js";
import type { ControlFlow, IncomingEdge } from "../../graph/control-flow.js";
import type { DominatorTree } from "../../graph/dominators.js";
import { SegmentTree } from "../../graph/segment-tree.js";
import type { BlockId } from "../../ir/block-id.js";
import type { UnwindDepths } from "./unwind-depths.js";

/**
 * The edges into a block that thousands lead to (the clean-up of a function, the end of a long `switch`), by the position of
 * their source in the dominator tree's preorder: what is the same of a whole interval of it is asked for once.
 *
 * Values are positions in the block's list in `ControlFlow.incoming`, unless said otherwise.
 */
export class IncomingEdgeIndex {
  /** Normal edges, keyed by the must unwind depth of their source. */
  readonly normal: SegmentTree;
  /** Of these, the edges of statements that jump. */
  readonly jumps: SegmentTree;
  /** Unwind edges. */
  readonly unwind: SegmentTree;
  /** Normal edges; their values are the may unwind depths of their sources. */
  readonly mayUnwindDepth: SegmentTree;
  /** Edges of either kind that close no loop. */
  readonly forward: SegmentTree;
  /** Edges of either kind that close a loop. */
  readonly back: SegmentTree;

  constructor(controlFlow: ControlFlow, dominators: DominatorTree, unwindDepths: UnwindDepths, block: BlockId) {
    const edges = (controlFlow.incoming[block] ?? []).map((edge, number) => ({ edge, number }));
    const tree = (
      accepts: (edge: IncomingEdge) => boolean,
      key: (from: BlockId) => number,
      value?: (from: BlockId) => number,
    ): SegmentTree =>
      new SegmentTree(
        edges
          .filter(({ edge }) => accepts(edge))
          .map(({ edge: { from }, number }) => ({
            key: key(from),
            at: dominators.position[from] ?? -1,
            value: value === undefined ? number : value(from),
          })),
      );
    const isNormal = ({ unwind }: IncomingEdge): boolean => unwind === undefined;
    const mustDepth = (from: BlockId): number => unwindDepths.must[from] ?? 0;
    const noKey = (): number => 0;
    this.normal = tree(isNormal, mustDepth);
    this.jumps = tree((edge) => isNormal(edge) && controlFlow.jumpOf(edge.from) !== undefined, mustDepth);
    this.unwind = tree((edge) => !isNormal(edge), noKey);
    this.mayUnwindDepth = tree(isNormal, noKey, (from) => unwindDepths.may[from] ?? 0);
    this.forward = tree(({ isBackEdge }) => !isBackEdge, noKey);
    this.back = tree(({ isBackEdge }) => isBackEdge, noKey);
  }
}

/** The incoming edge index of each block that was asked for; all locals of a function share them. */
export class IncomingEdgeIndexes {
  readonly #indexes = new Map<BlockId, IncomingEdgeIndex>();
  readonly #controlFlow: ControlFlow;
  readonly #dominators: DominatorTree;
  readonly #unwindDepths: UnwindDepths;

  constructor(controlFlow: ControlFlow, dominators: DominatorTree, unwindDepths: UnwindDepths) {
    this.#controlFlow = controlFlow;
    this.#dominators = dominators;
    this.#unwindDepths = unwindDepths;
  }

  /** The index of a block's incoming edges, made when it is first asked for. */
  of(block: BlockId): IncomingEdgeIndex {
    return getOrInsert(
      this.#indexes,
      block,
      () => new IncomingEdgeIndex(this.#controlFlow, this.#dominators, this.#unwindDepths, block),
    );
  }
}
