import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../ir/block.js";
import type { GraphIndex, Incoming } from "./graph-index.js";
import { RankedRanges } from "../graph/segment-tree.js";

/**
 * The ways into a block that thousands lead to (the clean-up of a function, the end of a long `switch`), by where they
 * come from in the dominators' order. What is the same of all blocks of a stretch of that order is asked for once.
 *
 * Values are numbers of edges, in the order of `GraphIndex.incoming`.
 */
export class EdgesInto {
  /** Without an exception, keyed by the steps before them that only throw. */
  readonly quiet: RankedRanges;
  /** The same, from statements that jump. */
  readonly jumps: RankedRanges;
  /** Exceptional. */
  readonly thrown: RankedRanges;
  /** Without an exception; their values count the steps before them that may throw. */
  readonly maybeThrown: RankedRanges;
  /** Forward, and around a loop. */
  readonly forward: RankedRanges;
  readonly back: RankedRanges;

  constructor(index: GraphIndex, block: BlockId) {
    const { flow } = index;
    const edges = (index.incoming[block] ?? []).map((edge, number) => ({ edge, number }));
    const ranges = (
      accept: (edge: Incoming) => boolean,
      key: (from: BlockId) => number,
      value?: (from: BlockId) => number,
    ): RankedRanges =>
      new RankedRanges(
        edges
          .filter(({ edge }) => accept(edge))
          .map(({ edge: { from }, number }) => ({
            key: key(from),
            at: flow.first(from),
            value: value === undefined ? number : value(from),
          })),
      );
    const isQuiet = ({ run }: Incoming): boolean => run === undefined;
    const steps = (from: BlockId): number => flow.ways.onlyThrown[from] ?? 0;
    const none = (): number => 0;
    this.quiet = ranges(isQuiet, steps);
    this.jumps = ranges((edge) => isQuiet(edge) && jumpOf(index, edge.from) !== undefined, steps);
    this.thrown = ranges((edge) => !isQuiet(edge), none);
    this.maybeThrown = ranges(isQuiet, none, (from) => flow.ways.maybeThrown[from] ?? 0);
    this.forward = ranges(({ back }) => !back, none);
    this.back = ranges(({ back }) => back, none);
  }
}

/** The statement by which a block jumps, if one does. */
export function jumpOf(index: GraphIndex, block: BlockId): TSESTree.Node | undefined {
  const { terminal } = index.block(block);
  return terminal.kind === "goto" ? terminal.node : undefined;
}
