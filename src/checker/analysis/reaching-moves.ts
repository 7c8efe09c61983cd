import { firstBetween } from "../collections/sorted-search.js";
import type { EdgeSource, SparseGraph } from "../dataflow/sparse/sparse-graph.js";
import type { UnwindEdge } from "../graph/control-flow.js";
import type { BlockId } from "../ir/block-id.js";
import type { Move } from "../ir/instruction.js";
import { isWithin, type MovePath } from "../ir/move-path.js";
import { byPosition } from "../syntax/span.js";

/** A move that a use may come after. */
export interface ReachingMove {
  readonly move: Move;
  /** Equal for equal moves: "block:instruction". */
  readonly key: string;
  /** On the path from the move to the use a loop starts over. */
  readonly throughLoop: boolean;
}

/** A point of a function: right before an instruction of a block. */
export interface Point {
  readonly block: BlockId;
  readonly at: number;
}

/**
 * The nearest moves of a place on all paths back from a point: a path ends at the first move or (re-)initialisation of the place
 * or of what it is part of.
 *
 * ```text
 *   if (c) eat(p);       reaches
 *   else p = make();     ends the other path
 *   look(p);             the point
 * ```
 *
 * As in rustc, moves by way of a back edge count only where no others are found.
 *
 * Source: `rustc_borrowck::diagnostics::conflict_errors::get_moved_indexes`.
 *
 * @returns in the order of their positions in the text
 */
export function reachingMoves(graph: SparseGraph, path: MovePath, point: Point): ReachingMove[] {
  const walk = new BackwardWalk(graph, path);
  walk.from(point);
  if (walk.moves.size === 0) walk.aroundLoops();
  return [...walk.moves.values()].sort((a, b) => byPosition(a.move.node, b.move.node));
}

/**
 * Whether on every path to a point a place was moved, or what it is part of, and not initialised since. (The solved state tells
 * whether that is so on some path.)
 */
export function isMovedOnEveryPath(graph: SparseGraph, path: MovePath, point: Point): boolean {
  const walk = new BackwardWalk(graph, path, true);
  walk.from(point);
  walk.aroundLoops();
  return !walk.reachesValue;
}

/** Follows all paths back from a point, over the sparse graph: each node is looked at once for each way out of it. */
class BackwardWalk {
  readonly moves = new Map<string, ReachingMove>();
  /** A path ends where the place gets its value, or (where that is minded) at the start of the function. */
  reachesValue = false;
  readonly #graph: SparseGraph;
  readonly #path: MovePath;
  /** Nodes to be entered from below, and those whose incoming edges are to be followed. */
  readonly #stack: { readonly node: BlockId; readonly below: boolean }[] = [];
  readonly #entered = new Set<BlockId>();
  readonly #left = new Set<UnwindEdge | BlockId>();
  readonly #backEdges: EdgeSource[] = [];
  readonly #looksForStart: boolean;
  #throughLoop = false;

  /** @param looksForStart whether paths from the start of the function are minded, which costs a look at each edge */
  constructor(graph: SparseGraph, path: MovePath, looksForStart = false) {
    this.#graph = graph;
    this.#path = path;
    this.#looksForStart = looksForStart;
  }

  /** Follows the paths that close no loop. */
  from({ block, at }: Point): void {
    if (!this.#endsWithin(block, at)) this.#enter(block);
    this.#follow();
  }

  /** Follows the paths over back edges. */
  aroundLoops(): void {
    this.#throughLoop = true;
    for (let edge = this.#backEdges.pop(); edge !== undefined; edge = this.#backEdges.pop()) {
      this.#leave(edge);
      this.#follow();
    }
  }

  #follow(): void {
    for (let top = this.#stack.pop(); top !== undefined; top = this.#stack.pop()) {
      if (top.below) {
        this.#leave({ node: top.node, own: true, unwind: undefined });
        continue;
      }
      const { forward, back } = this.#graph.sourcesOf(top.node);
      this.#backEdges.push(...back);
      for (const edge of forward) this.#leave(edge);
      if (this.#looksForStart && this.#graph.enteredBeforeAll(top.node)) this.reachesValue = true;
    }
  }

  /** Looks at a node from where an edge leaves it; one that leaves a block that the node dominates waits for its turn. */
  #leave({ node, own, unwind }: EdgeSource): void {
    if (!own) {
      this.#stack.push({ node, below: true });
      return;
    }
    const key = unwind ?? node;
    if (this.#left.has(key)) return;
    this.#left.add(key);
    let open = false;
    for (const limit of unwind === undefined ? [Infinity] : this.#throwPoints(unwind, node))
      open = !this.#endsWithin(node, limit) || open;
    const whole = this.#graph.flow.controlFlow.wholeOf(node);
    if (!open || this.#entered.has(whole)) return;
    this.#entered.add(whole);
    this.#enter(node);
  }

  /** Goes on above a block, all parts of which have been looked at. */
  #enter(block: BlockId): void {
    const whole = this.#graph.flow.controlFlow.wholeOf(block);
    const node = this.#graph.nodeOf(whole);
    if (node === undefined) this.reachesValue = true;
    else this.#stack.push({ node, below: node !== whole });
  }

  /** Before which occurrences of a block it may throw: the number of the first after each run of throwing instructions. */
  #throwPoints(unwind: UnwindEdge, block: BlockId): number[] {
    let after = -1;
    return [...this.#graph.flow.occurrences.in(block, this.#path.local), Infinity].filter((at) => {
      const throws = firstBetween(unwind.at, after, at) !== undefined;
      after = at;
      return throws;
    });
  }

  #endsWithin(part: BlockId, limit: number): boolean {
    const { controlFlow } = this.#graph.flow;
    const effects = this.#graph.effects(controlFlow.wholeOf(part));
    const last = effects.findLastIndex((effect) => controlFlow.isBefore(effect, { part, at: limit }));
    for (let number = last; number >= 0; number--) {
      const effect = effects[number];
      switch (effect?.instruction.kind) {
        case "move": {
          const move = effect.instruction;
          if (!isWithin(this.#path, move.place)) break;
          const key = `${effect.part}:${effect.at}`;
          this.moves.set(key, { move, key, throughLoop: this.#throughLoop });
          return true;
        }
        case "assign":
          if (!isWithin(this.#path, effect.instruction.place)) break;
          this.reachesValue = true;
          return true;
        case "storage-live":
        case "storage-dead":
          this.reachesValue = true;
          return true;
        default:
      }
    }
    return false;
  }
}
