import { getOrInsert } from "../../collections/get-or-insert.js";
import type { IncomingEdge, UnwindEdge } from "../../graph/control-flow.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Instruction } from "../../ir/instruction.js";
import type { Local } from "../../ir/local.js";
import { DominatedIntervals } from "./dominated-intervals.js";
import type { FlowIndex } from "./flow-index.js";
import { inPreorder, sparseNodes } from "./sparse-nodes.js";

/** An edge between two nodes: all paths from one to the other that pass no third. */
export interface SparseEdge {
  /** The node whose state arrives. */
  readonly from: BlockId;
  /** The paths begin in the node's own block, not in one that it dominates. */
  readonly own: boolean;
  /** Some path takes no unwind edge. */
  readonly normal: boolean;
  /** Some path takes an unwind edge. */
  readonly unwind: boolean;
}

/** Where an edge into a node begins: in a node's own block, or in one whose state is that at the end of the node. */
export interface EdgeSource {
  readonly node: BlockId;
  readonly own: boolean;
  /** For an unwind edge of a node's own block. */
  readonly unwind: UnwindEdge | undefined;
}

/** An occurrence after which the local's state may differ from that before it: any but a use. */
export interface Effect {
  readonly part: BlockId;
  readonly at: number;
  readonly instruction: Instruction;
}

/**
 * The sparse evaluation graph of one local.
 *
 * Its nodes are the blocks with an occurrence of the local and those where paths with different histories of it meet. At any
 * other block the local's state is that at the end of the nearest node that dominates it: on whatever path, nothing has
 * happened to the local since, except that an exception may have been thrown. So a local costs its nodes, however many blocks
 * it lives through.
 *
 * ```text
 *   bb0: t = make()      node           state at its end
 *   bb1: look at u                      that of bb0
 *   bb2: eat(t)          node
 *   bb3: (join)          node           bb1 (from bb0) meets bb2
 *   bb4: look at u                      that of bb3
 * ```
 *
 * Source: Choi, Cytron and Ferrante, "Automatic Construction of Sparse Data Flow Evaluation Graphs".
 */
export class SparseGraph {
  /** In the order of the dominator tree's preorder. */
  readonly nodes: readonly BlockId[];
  readonly #intervals: DominatedIntervals;
  readonly #effects = new Map<BlockId, readonly Effect[]>();

  constructor(
    readonly flow: FlowIndex,
    readonly local: Local,
    /** Edges into a block are looked at one by one unless they are this many times as many as there are intervals. */
    readonly few = 4,
  ) {
    const { dominators } = flow;
    this.nodes = inPreorder(dominators, sparseNodes(flow, local));
    this.#intervals = new DominatedIntervals(dominators, this.nodes, (block) => this.hasOccurrence(block));
  }

  /** Whether the local occurs in a block. */
  hasOccurrence(block: BlockId): boolean {
    return this.flow.occurrences.of(this.local).has(block);
  }

  /** The effects on the local in all parts of a block, in order. */
  effects(whole: BlockId): readonly Effect[] {
    const { controlFlow, occurrences } = this.flow;
    return getOrInsert(this.#effects, whole, () =>
      controlFlow.partsOf(whole).flatMap((part) =>
        occurrences.in(part, this.local).flatMap((at): Effect[] => {
          const instruction = controlFlow.instruction(part, at);
          return instruction === undefined || instruction.kind === "use" ? [] : [{ part, at, instruction }];
        }),
      ),
    );
  }

  /** The node whose state a block has: the nearest that dominates it, a node itself; nothing before the first. */
  nodeOf(block: BlockId): BlockId | undefined {
    return this.#intervals.at(this.flow.dominators.position[block] ?? -1)?.node;
  }

  /** The edges into a node; several may come from one node. */
  predecessors(node: BlockId): SparseEdge[] {
    const { controlFlow, unwindDepths, incomingEdges } = this.flow;
    const edges = controlFlow.incoming[node] ?? [];
    const sparse: SparseEdge[] = [];
    if (this.#areFew(edges)) {
      for (const { from, unwind } of edges) {
        const source = this.nodeOf(from);
        if (source === undefined) continue;
        const own = source === from && this.hasOccurrence(from);
        sparse.push({
          from: source,
          own,
          normal: unwind === undefined && (own || unwindDepths.reachedNormally(source, from)),
          unwind: unwind !== undefined || (!own && unwindDepths.reachedByUnwind(source, from)),
        });
      }
      return sparse;
    }
    const into = incomingEdges.of(node);
    for (const { from, to, node: source, own } of this.#intervals.all) {
      const normal = into.normal.query(unwindDepths.must[source] ?? 0, from, to) !== undefined;
      const unwind =
        into.unwind.query(0, from, to) !== undefined ||
        (into.mayUnwindDepth.query(0, from, to)?.max ?? -1) > (unwindDepths.may[source] ?? 0);
      if (normal || unwind) sparse.push({ from: source, own, normal, unwind });
    }
    return sparse;
  }

  /**
   * The first edge into a block, in the order of its predecessors, that a path takes without an exception from an accepted node;
   * the edges of statements that jump come before all others.
   *
   * @param accepts whether a node is wanted; asked of the node whose state the edge carries
   */
  firstNormalPredecessor(
    block: BlockId,
    accepts: (node: BlockId) => boolean,
  ): { readonly from: BlockId; readonly jump: boolean } | undefined {
    const { controlFlow, unwindDepths, incomingEdges } = this.flow;
    const edges = controlFlow.incoming[block] ?? [];
    let other: BlockId | undefined;
    if (this.#areFew(edges)) {
      for (const { from, unwind } of edges) {
        const node = unwind === undefined ? this.nodeOf(from) : undefined;
        if (node === undefined || !unwindDepths.reachedNormally(node, from) || !accepts(node)) continue;
        if (controlFlow.jumpOf(from) !== undefined) return { from, jump: true };
        other ??= from;
      }
      return other === undefined ? undefined : { from: other, jump: false };
    }
    const into = incomingEdges.of(block);
    let jump = Infinity;
    let any = Infinity;
    for (const { from, to, node } of this.#intervals.all) {
      const depth = unwindDepths.must[node] ?? 0;
      const found = into.normal.query(depth, from, to);
      if (found === undefined || !accepts(node)) continue;
      any = Math.min(any, found.min);
      jump = Math.min(jump, into.jumps.query(depth, from, to)?.min ?? Infinity);
    }
    const found = edges[jump === Infinity ? any : jump];
    return found === undefined ? undefined : { from: found.from, jump: jump !== Infinity };
  }

  /** Where the edges into a node begin, forward edges and back edges apart. */
  sourcesOf(node: BlockId): { readonly forward: readonly EdgeSource[]; readonly back: readonly EdgeSource[] } {
    const { controlFlow, incomingEdges } = this.flow;
    const edges = controlFlow.incoming[node] ?? [];
    const forward: EdgeSource[] = [];
    const back: EdgeSource[] = [];
    if (this.#areFew(edges)) {
      for (const { from, isBackEdge, unwind } of edges) {
        const source = this.nodeOf(from);
        if (source === undefined) continue;
        const own = source === from && this.hasOccurrence(from);
        (isBackEdge ? back : forward).push({ node: source, own, unwind: own ? unwind : undefined });
      }
      return { forward, back };
    }
    const into = incomingEdges.of(node);
    for (const [tree, found] of [
      [into.forward, forward],
      [into.back, back],
    ] as const) {
      for (const { from, to, node: source, own } of this.#intervals.all) {
        const edge = tree.query(0, from, to);
        if (edge === undefined) continue;
        if (!own) found.push({ node: source, own, unwind: undefined });
        // The edges of one block stand together.
        else for (const { unwind } of edges.slice(edge.min, edge.max + 1)) found.push({ node: source, own, unwind });
      }
    }
    return { forward, back };
  }

  /** Whether a path leads into a block on which the local does not occur before: from the start of the function. */
  enteredBeforeAll(block: BlockId): boolean {
    const { controlFlow } = this.flow;
    return (
      block === controlFlow.graph.entry ||
      (controlFlow.incoming[block] ?? []).some(({ from }) => this.nodeOf(from) === undefined)
    );
  }

  #areFew(edges: readonly IncomingEdge[]): boolean {
    return edges.length <= this.few * this.#intervals.all.length;
  }
}
