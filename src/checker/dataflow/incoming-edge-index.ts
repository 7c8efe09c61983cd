import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../ir/block-id.js";
import type { ControlFlow, IncomingEdge } from "../graph/control-flow.js";
import type { DominatorOrder } from "./dominator-order.js";
import { SegmentTree } from "../graph/segment-tree.js";

/**
 * The ways into a block that thousands lead to (the clean-up of a function, the end of a long `switch`), by where they
 * come from in the dominators' order. What is the same of all blocks of a stretch of that order is asked for once.
 *
 * Values are numbers of edges, in the order of `ControlFlow.incoming`.
 */
export class IncomingEdgeIndex {
  /** Without an exception, keyed by the steps before them that only throw. */
  readonly normal: SegmentTree;
  /** The same, from statements that jump. */
  readonly jumps: SegmentTree;
  /** Exceptional. */
  readonly unwind: SegmentTree;
  /** Without an exception; their values count the steps before them that may throw. */
  readonly mayUnwindDepth: SegmentTree;
  /** Forward, and around a loop. */
  readonly forward: SegmentTree;
  readonly back: SegmentTree;

  constructor(graph: ControlFlow, dominance: DominatorOrder, block: BlockId) {
    const edges = (graph.incoming[block] ?? []).map((edge, number) => ({ edge, number }));
    const ranges = (
      accept: (edge: IncomingEdge) => boolean,
      key: (from: BlockId) => number,
      value?: (from: BlockId) => number,
    ): SegmentTree =>
      new SegmentTree(
        edges
          .filter(({ edge }) => accept(edge))
          .map(({ edge: { from }, number }) => ({
            key: key(from),
            at: dominance.preorder(from),
            value: value === undefined ? number : value(from),
          })),
      );
    const isNormal = ({ unwind }: IncomingEdge): boolean => unwind === undefined;
    const steps = (from: BlockId): number => dominance.unwindDepths.must[from] ?? 0;
    const none = (): number => 0;
    this.normal = ranges(isNormal, steps);
    this.jumps = ranges((edge) => isNormal(edge) && jumpOf(graph, edge.from) !== undefined, steps);
    this.unwind = ranges((edge) => !isNormal(edge), none);
    this.mayUnwindDepth = ranges(isNormal, none, (from) => dominance.unwindDepths.may[from] ?? 0);
    this.forward = ranges(({ isBackEdge }) => !isBackEdge, none);
    this.back = ranges(({ isBackEdge }) => isBackEdge, none);
  }
}

/** The statement by which a block jumps, if one does. */
export function jumpOf(graph: ControlFlow, block: BlockId): TSESTree.Node | undefined {
  const { terminal } = graph.block(block);
  return terminal.kind === "goto" ? terminal.node : undefined;
}
