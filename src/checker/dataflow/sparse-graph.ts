import type { BlockId } from "../ir/block.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { jumpOf } from "./incoming-edge-index.js";
import type { GraphIndex, Incoming, UnwindRun } from "./graph-index.js";

/** A way from one node to another, past blocks that do not mention the local. */
export interface Way {
  /** The node whose state arrives. */
  readonly from: BlockId;
  /** It is an edge of the node's own block. */
  readonly own: boolean;
  /** On some way there is no exception; on some way there is one. */
  readonly quiet: boolean;
  readonly thrown: boolean;
}

/** A stretch of the dominators' order whose blocks are all in one region. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly node: BlockId;
  readonly own: boolean;
}

/** An instruction after which the local is not what it was before. */
export interface Turn {
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
export class Regions {
  /** In the dominators' order. */
  readonly nodes: readonly BlockId[];
  readonly #stretches: readonly Stretch[];

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
    /** The ways into a block are looked at one by one unless they are this many times as many as there are stretches. */
    readonly few = 4,
  ) {
    this.nodes = inOrder(index, findNodes(index, local));
    this.#stretches = findStretches(index, this.nodes, (block) => this.mentions(block));
  }

  /** Whether the block mentions the local. */
  mentions(block: BlockId): boolean {
    return this.index.events(this.local).has(block);
  }

  readonly #turns = new Map<BlockId, readonly Turn[]>();

  /** Where, in all parts of a block, the local is not what it was before: all mentions but uses. */
  turns(whole: BlockId): readonly Turn[] {
    let turns = this.#turns.get(whole);
    if (turns === undefined) {
      const { index } = this;
      const events = index.events(this.local);
      turns = index.partsOf(whole).flatMap((part) =>
        (events.get(part) ?? []).flatMap((at) => {
          const instruction = index.instruction(part, at);
          return instruction === undefined || instruction.kind === "use" ? [] : [{ part, at, instruction }];
        }),
      );
      this.#turns.set(whole, turns);
    }
    return turns;
  }

  /** The node whose region a block is in; itself for a node. */
  nodeOf(block: BlockId): BlockId | undefined {
    return stretchAt(this.#stretches, this.index.flow.first(block))?.node;
  }

  /** The ways into a node. */
  waysInto(node: BlockId): Way[] {
    const { flow, incoming } = this.index;
    const edges = incoming[node] ?? [];
    const ways: Way[] = [];
    if (this.#areFew(edges)) {
      for (const { from, run } of edges) {
        const source = this.nodeOf(from);
        if (source === undefined) continue;
        if (source === from && this.mentions(from))
          ways.push({ from, own: true, quiet: run === undefined, thrown: run !== undefined });
        else
          ways.push({
            from: source,
            own: false,
            quiet: run === undefined && flow.quietly(source, from),
            thrown: run !== undefined || flow.byThrow(source, from),
          });
      }
      return ways;
    }
    const into = this.index.edgesInto(node);
    for (const { from, to, node: source, own } of this.#stretches) {
      const quiet = into.quiet.search(flow.ways.onlyThrown[source] ?? 0, from, to) !== undefined;
      const thrown =
        into.thrown.search(0, from, to) !== undefined ||
        (into.maybeThrown.search(0, from, to)?.greatest ?? -1) > (flow.ways.maybeThrown[source] ?? 0);
      if (quiet || thrown) ways.push({ from: source, own, quiet, thrown });
    }
    return ways;
  }

  /**
   * The edge into a block that comes first of those without an exception from where the local's state is as `accepts` says;
   * statements that jump come before all others.
   *
   * @param accepts whether a block is such a one, by the node of its region; asked of a node's region and its own block
   */
  firstQuiet(
    block: BlockId,
    accepts: (node: BlockId) => boolean,
  ): { readonly from: BlockId; readonly jump: boolean } | undefined {
    const { flow, incoming } = this.index;
    const edges = incoming[block] ?? [];
    let other: BlockId | undefined;
    if (this.#areFew(edges)) {
      for (const { from, run } of edges) {
        const node = run === undefined ? this.nodeOf(from) : undefined;
        if (node === undefined || !flow.quietly(node, from) || !accepts(node)) continue;
        if (jumpOf(this.index, from) !== undefined) return { from, jump: true };
        other ??= from;
      }
      return other === undefined ? undefined : { from: other, jump: false };
    }
    const into = this.index.edgesInto(block);
    let jump = Infinity;
    let any = Infinity;
    for (const { from, to, node } of this.#stretches) {
      const steps = flow.ways.onlyThrown[node] ?? 0;
      const found = into.quiet.search(steps, from, to);
      if (found === undefined || !accepts(node)) continue;
      any = Math.min(any, found.least);
      jump = Math.min(jump, into.jumps.search(steps, from, to)?.least ?? Infinity);
    }
    const found = edges[jump === Infinity ? any : jump];
    return found === undefined ? undefined : { from: found.from, jump: jump !== Infinity };
  }

  /** The sources of the edges into a node: of forward edges, and of those that close a loop. */
  sourcesOf(node: BlockId): { readonly forward: readonly Source[]; readonly back: readonly Source[] } {
    const edges = this.index.incoming[node] ?? [];
    const forward: Source[] = [];
    const back: Source[] = [];
    if (this.#areFew(edges)) {
      for (const { from, back: loop, run } of edges) {
        const source = this.nodeOf(from);
        if (source === undefined) continue;
        const own = source === from && this.mentions(from);
        (loop ? back : forward).push({ node: source, own, run: own ? run : undefined });
      }
      return { forward, back };
    }
    const into = this.index.edgesInto(node);
    for (const [ranges, found] of [
      [into.forward, forward],
      [into.back, back],
    ] as const) {
      for (const { from, to, node: source, own } of this.#stretches) {
        const edge = ranges.search(0, from, to);
        if (edge === undefined) continue;
        if (!own) found.push({ node: source, own, run: undefined });
        // The edges of one block stand together.
        else for (const { run } of edges.slice(edge.least, edge.greatest + 1)) found.push({ node: source, own, run });
      }
    }
    return { forward, back };
  }

  #areFew(edges: readonly Incoming[]): boolean {
    return edges.length <= this.few * this.#stretches.length;
  }
}

/** Where an edge comes from: a node's own block, or its region. */
export interface Source {
  readonly node: BlockId;
  readonly own: boolean;
  /** The interrupts, for an exceptional edge of a node's own block. */
  readonly run: UnwindRun | undefined;
}

/** Blocks that mention the local, and those where ways that do and ways that do not meet. */
function findNodes(index: GraphIndex, local: Local): Set<BlockId> {
  const { frontier } = index.flow.dominators;
  const nodes = new Set<BlockId>();
  const settled: BlockId[] = [];
  for (const [block, events] of index.events(local)) {
    const last = events.at(-1) ?? -1;
    // After the end of a local's life there is nothing to tell apart, except from ways on which it still lives.
    if (index.instruction(block, last)?.kind === "storage-dead") settled.push(block);
    else nodes.add(block);
    // Before the last mention its calls throw with another state than the block ends with.
    const run = index.runs[block];
    if (run !== undefined && (run.at[0] ?? Infinity) < last) nodes.add(run.unwind);
  }
  for (const node of nodes) for (const met of frontier[node] ?? []) nodes.add(met);
  const alive = findStretches(index, inOrder(index, nodes), () => false);
  const isAlive = (block: BlockId): boolean => {
    const above = index.flow.dominators.parent[block] ?? -1;
    return above !== -1 && stretchAt(alive, index.flow.first(above)) !== undefined;
  };
  for (const block of settled) nodes.add(block);
  const stack = [...settled];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const met of frontier[node] ?? []) {
      if (nodes.has(met) || !isAlive(met)) continue;
      nodes.add(met);
      stack.push(met);
    }
  }
  return nodes;
}

function inOrder({ flow }: GraphIndex, blocks: Iterable<BlockId>): BlockId[] {
  return [...blocks].sort((a, b) => flow.first(a) - flow.first(b));
}

/** Divides the dominators' order among the nodes; `apart` nodes have a stretch for their own block. */
function findStretches({ flow }: GraphIndex, nodes: readonly BlockId[], apart: (node: BlockId) => boolean): Stretch[] {
  const stretches: Stretch[] = [];
  const open: BlockId[] = [];
  let at = 0;
  const advance = (to: number): void => {
    const node = open.at(-1);
    if (node !== undefined && to > at) stretches.push({ from: at, to, node, own: false });
    at = Math.max(at, to);
  };
  const close = (before: number): void => {
    for (let top = open.at(-1); top !== undefined && flow.last(top) <= before; top = open.at(-1)) {
      advance(flow.last(top));
      open.pop();
    }
  };
  for (const node of nodes) {
    const first = flow.first(node);
    close(first);
    advance(first);
    open.push(node);
    if (!apart(node)) continue;
    stretches.push({ from: first, to: first + 1, node, own: true });
    at = first + 1;
  }
  close(Infinity);
  return stretches;
}

function stretchAt(stretches: readonly Stretch[], position: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.to ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && found.from <= position ? found : undefined;
}
