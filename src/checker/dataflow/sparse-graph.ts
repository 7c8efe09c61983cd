import type { BlockId } from "../ir/block-id.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { jumpOf } from "./incoming-edge-index.js";
import type { GraphIndex } from "./graph-index.js";
import type { UnwindEdge, IncomingEdge } from "../graph/control-flow.js";

/** A way from one node to another, past blocks that do not mention the local. */
export interface SparseEdge {
  /** The node whose state arrives. */
  readonly from: BlockId;
  /** It is an edge of the node's own block. */
  readonly own: boolean;
  /** On some way there is no exception; on some way there is one. */
  readonly normal: boolean;
  readonly unwind: boolean;
}

/** A stretch of the dominators' order whose blocks are all in one region. */
interface PreorderInterval {
  readonly from: number;
  readonly to: number;
  readonly node: BlockId;
  readonly own: boolean;
}

/** An instruction after which the local is not what it was before. */
export interface Effect {
  readonly part: BlockId;
  readonly at: number;
  readonly instruction: Instruction;
}

/**
 * What a graph is for one local: nodes, and regions between them.
 *
 * A node is a block that mentions the local, or one at which ways with different histories of it meet. Every other block is in
 * the region of the nearest node that dominates it: whatever way led there, nothing has happened to the local since that node,
 * except that an exception may have been thrown. So a local costs its nodes, however many blocks it lives through.
 *
 * Source: Cytron et al., "Efficiently Computing Static Single Assignment Form" (where ways meet: the iterated dominance frontier).
 */
export class SparseGraph {
  /** In the dominators' order. */
  readonly nodes: readonly BlockId[];
  readonly #intervals: readonly PreorderInterval[];

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
    /** The ways into a block are looked at one by one unless they are this many times as many as there are stretches. */
    readonly few = 4,
  ) {
    this.nodes = inDominatorOrder(index, findNodes(index, local));
    this.#intervals = dominatedIntervals(index, this.nodes, (block) => this.hasOccurrence(block));
  }

  /** Whether the block mentions the local. */
  hasOccurrence(block: BlockId): boolean {
    return this.index.occurrences(this.local).has(block);
  }

  readonly #effects = new Map<BlockId, readonly Effect[]>();

  /** Where, in all parts of a block, the local is not what it was before: all mentions but uses. */
  effects(whole: BlockId): readonly Effect[] {
    let effects = this.#effects.get(whole);
    if (effects === undefined) {
      const { index } = this;
      const occurrences = index.occurrences(this.local);
      effects = index.partsOf(whole).flatMap((part) =>
        (occurrences.get(part) ?? []).flatMap((at) => {
          const instruction = index.instruction(part, at);
          return instruction === undefined || instruction.kind === "use" ? [] : [{ part, at, instruction }];
        }),
      );
      this.#effects.set(whole, effects);
    }
    return effects;
  }

  /** The node whose region a block is in; itself for a node. */
  nodeOf(block: BlockId): BlockId | undefined {
    return intervalAt(this.#intervals, this.index.dominance.preorder(block))?.node;
  }

  /** The ways into a node. */
  predecessors(node: BlockId): SparseEdge[] {
    const { dominance, incoming } = this.index;
    const edges = incoming[node] ?? [];
    const sparse: SparseEdge[] = [];
    if (this.#areFew(edges)) {
      for (const { from, unwind } of edges) {
        const source = this.nodeOf(from);
        if (source === undefined) continue;
        if (source === from && this.hasOccurrence(from))
          sparse.push({ from, own: true, normal: unwind === undefined, unwind: unwind !== undefined });
        else
          sparse.push({
            from: source,
            own: false,
            normal: unwind === undefined && dominance.reachedNormally(source, from),
            unwind: unwind !== undefined || dominance.reachedByUnwind(source, from),
          });
      }
      return sparse;
    }
    const into = this.index.incomingEdgeIndex(node);
    for (const { from, to, node: source, own } of this.#intervals) {
      const normal = into.normal.query(dominance.unwindDepths.must[source] ?? 0, from, to) !== undefined;
      const unwind =
        into.unwind.query(0, from, to) !== undefined ||
        (into.mayUnwindDepth.query(0, from, to)?.max ?? -1) > (dominance.unwindDepths.may[source] ?? 0);
      if (normal || unwind) sparse.push({ from: source, own, normal, unwind });
    }
    return sparse;
  }

  /**
   * The edge into a block that comes first of those without an exception from where the local's state is as `accepts` says;
   * statements that jump come before all others.
   *
   * @param accepts whether a block is such a one, by the node of its region; asked of a node's region and its own block
   */
  firstNormalPredecessor(
    block: BlockId,
    accepts: (node: BlockId) => boolean,
  ): { readonly from: BlockId; readonly jump: boolean } | undefined {
    const { dominance, incoming } = this.index;
    const edges = incoming[block] ?? [];
    let other: BlockId | undefined;
    if (this.#areFew(edges)) {
      for (const { from, unwind } of edges) {
        const node = unwind === undefined ? this.nodeOf(from) : undefined;
        if (node === undefined || !dominance.reachedNormally(node, from) || !accepts(node)) continue;
        if (jumpOf(this.index, from) !== undefined) return { from, jump: true };
        other ??= from;
      }
      return other === undefined ? undefined : { from: other, jump: false };
    }
    const into = this.index.incomingEdgeIndex(block);
    let jump = Infinity;
    let any = Infinity;
    for (const { from, to, node } of this.#intervals) {
      const steps = dominance.unwindDepths.must[node] ?? 0;
      const found = into.normal.query(steps, from, to);
      if (found === undefined || !accepts(node)) continue;
      any = Math.min(any, found.min);
      jump = Math.min(jump, into.jumps.query(steps, from, to)?.min ?? Infinity);
    }
    const found = edges[jump === Infinity ? any : jump];
    return found === undefined ? undefined : { from: found.from, jump: jump !== Infinity };
  }

  /** The sources of the edges into a node: of forward edges, and of those that close a loop. */
  sourcesOf(node: BlockId): { readonly forward: readonly EdgeSource[]; readonly back: readonly EdgeSource[] } {
    const edges = this.index.incoming[node] ?? [];
    const forward: EdgeSource[] = [];
    const back: EdgeSource[] = [];
    if (this.#areFew(edges)) {
      for (const { from, isBackEdge: loop, unwind } of edges) {
        const source = this.nodeOf(from);
        if (source === undefined) continue;
        const own = source === from && this.hasOccurrence(from);
        (loop ? back : forward).push({ node: source, own, unwind: own ? unwind : undefined });
      }
      return { forward, back };
    }
    const into = this.index.incomingEdgeIndex(node);
    for (const [ranges, found] of [
      [into.forward, forward],
      [into.back, back],
    ] as const) {
      for (const { from, to, node: source, own } of this.#intervals) {
        const edge = ranges.query(0, from, to);
        if (edge === undefined) continue;
        if (!own) found.push({ node: source, own, unwind: undefined });
        // The edges of one block stand together.
        else for (const { unwind } of edges.slice(edge.min, edge.max + 1)) found.push({ node: source, own, unwind });
      }
    }
    return { forward, back };
  }

  #areFew(edges: readonly IncomingEdge[]): boolean {
    return edges.length <= this.few * this.#intervals.length;
  }
}

/** Where an edge comes from: a node's own block, or its region. */
export interface EdgeSource {
  readonly node: BlockId;
  readonly own: boolean;
  /** The interrupts, for an exceptional edge of a node's own block. */
  readonly unwind: UnwindEdge | undefined;
}

/** Blocks that mention the local, and those where ways that do and ways that do not meet. */
function findNodes(index: GraphIndex, local: Local): Set<BlockId> {
  const { frontier } = index.dominance.dominators;
  const nodes = new Set<BlockId>();
  const killBlocks: BlockId[] = [];
  for (const [block, occurrences] of index.occurrences(local)) {
    const last = occurrences.at(-1) ?? -1;
    // After the end of a local's life there is nothing to tell apart, except from ways on which it still lives.
    if (index.instruction(block, last)?.kind === "storage-dead") killBlocks.push(block);
    else nodes.add(block);
    // Before the last mention its calls throw with another state than the block ends with.
    const run = index.unwindEdges[block];
    if (run !== undefined && (run.at[0] ?? Infinity) < last) nodes.add(run.target);
  }
  for (const node of nodes) for (const met of frontier[node] ?? []) nodes.add(met);
  const alive = dominatedIntervals(index, inDominatorOrder(index, nodes), () => false);
  const isAlive = (block: BlockId): boolean => {
    const above = index.dominance.dominators.immediateDominator[block] ?? -1;
    return above !== -1 && intervalAt(alive, index.dominance.preorder(above)) !== undefined;
  };
  for (const block of killBlocks) nodes.add(block);
  const stack = [...killBlocks];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const met of frontier[node] ?? []) {
      if (nodes.has(met) || !isAlive(met)) continue;
      nodes.add(met);
      stack.push(met);
    }
  }
  return nodes;
}

function inDominatorOrder({ dominance }: GraphIndex, blocks: Iterable<BlockId>): BlockId[] {
  return [...blocks].sort((a, b) => dominance.preorder(a) - dominance.preorder(b));
}

/** Divides the dominators' order among the nodes; `apart` nodes have a stretch for their own block. */
function dominatedIntervals(
  { dominance }: GraphIndex,
  nodes: readonly BlockId[],
  isSeparate: (node: BlockId) => boolean,
): PreorderInterval[] {
  const intervals: PreorderInterval[] = [];
  const open: BlockId[] = [];
  let at = 0;
  const advance = (to: number): void => {
    const node = open.at(-1);
    if (node !== undefined && to > at) intervals.push({ from: at, to, node, own: false });
    at = Math.max(at, to);
  };
  const close = (before: number): void => {
    for (let top = open.at(-1); top !== undefined && dominance.subtreeEnd(top) <= before; top = open.at(-1)) {
      advance(dominance.subtreeEnd(top));
      open.pop();
    }
  };
  for (const node of nodes) {
    const first = dominance.preorder(node);
    close(first);
    advance(first);
    open.push(node);
    if (!isSeparate(node)) continue;
    intervals.push({ from: first, to: first + 1, node, own: true });
    at = first + 1;
  }
  close(Infinity);
  return intervals;
}

function intervalAt(intervals: readonly PreorderInterval[], position: number): PreorderInterval | undefined {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((intervals[middle]?.to ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const found = intervals[low];
  return found !== undefined && found.from <= position ? found : undefined;
}
