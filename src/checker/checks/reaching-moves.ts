import type { BlockId } from "../ir/block-id.js";
import type { Move } from "../ir/instruction.js";
import { isWithin, type MovePath } from "../ir/move-path.js";
import type { UnwindEdge } from "../graph/control-flow.js";
import { firstBetween } from "../graph/sorted-search.js";
import type { SparseGraph, EdgeSource } from "../dataflow/sparse-graph.js";

/** A move that a use may come after. */
export interface ReachingMove {
  readonly move: Move;
  /** Equal for equal sites: "block:instruction". */
  readonly key: string;
  /** On the way from the move to the use a loop starts over. */
  readonly throughLoop: boolean;
}

/**
 * The nearest moves of a place on all ways back from a use: a way ends at the first move or (re-)initialisation of the
 * place or of something it is part of.
 *
 * Source: `rustc_borrowck::diagnostics::conflict_errors::get_moved_indexes`.
 *
 * @returns by position, as a reader meets them
 */
export function reachingMoves(graph: SparseGraph, path: MovePath, block: BlockId, before: number): ReachingMove[] {
  const { index } = graph;
  const occurrences = index.occurrences(path.local);
  const sites = new Map<string, ReachingMove>();
  /** Nodes to be entered from below, and those whose incoming edges are to be followed. */
  const stack: { readonly node: BlockId; readonly below: boolean }[] = [];
  const entered = new Set<BlockId>();
  const left = new Set<UnwindEdge | BlockId>();
  const backEdges: EdgeSource[] = [];

  if (!endsWithin(block, before, false)) enter(block);
  follow(false);
  // Ways through a back edge count only where no move of this iteration is found, as in rustc.
  if (sites.size === 0) {
    for (let edge = backEdges.pop(); edge !== undefined; edge = backEdges.pop()) {
      leave(edge, true);
      follow(true);
    }
  }
  return [...sites.values()].sort(
    (a, b) => a.move.node.range[0] - b.move.node.range[0] || a.move.node.range[1] - b.move.node.range[1],
  );

  function follow(loop: boolean): void {
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.below) {
        leave({ node: top.node, own: true, unwind: undefined }, loop);
        continue;
      }
      const { forward, back } = graph.sourcesOf(top.node);
      backEdges.push(...back);
      for (const edge of forward) leave(edge, loop);
    }
  }

  /** Looks at a node from where an edge leaves it; one that leaves its region is looked at when its turn comes. */
  function leave({ node, own, unwind }: EdgeSource, loop: boolean): void {
    if (!own) {
      stack.push({ node, below: true });
      return;
    }
    const key = unwind ?? node;
    if (left.has(key)) return;
    left.add(key);
    let open = false;
    for (const limit of unwind === undefined ? [Infinity] : exitsOf(unwind, node))
      open = !endsWithin(node, limit, loop) || open;
    const whole = index.wholeOf(node);
    if (!open || entered.has(whole)) return;
    entered.add(whole);
    enter(node);
  }

  /** Goes on above a block, all parts of which have been looked at. */
  function enter(block: BlockId): void {
    const whole = index.wholeOf(block);
    const node = graph.nodeOf(whole);
    if (node !== undefined) stack.push({ node, below: node !== whole });
  }

  /** Between which events of the block its calls may throw: the numbers of the events after. */
  function exitsOf(run: UnwindEdge, id: BlockId): number[] {
    let after = -1;
    return [...(occurrences.get(id) ?? []), Infinity].filter((at) => {
      const throws = firstBetween(run.at, after, at) !== undefined;
      after = at;
      return throws;
    });
  }

  function endsWithin(part: BlockId, limit: number, loop: boolean): boolean {
    const effects = graph.effects(index.wholeOf(part));
    const last = effects.findLastIndex((effect) => index.isBefore(effect, { part, at: limit }));
    for (let number = last; number >= 0; number--) {
      const effect = effects[number];
      switch (effect?.instruction.kind) {
        case "move": {
          const move = effect.instruction;
          if (!isWithin(path, move.place)) break;
          const key = `${effect.part}:${effect.at}`;
          sites.set(key, { move, key, throughLoop: loop });
          return true;
        }
        case "assign":
          if (isWithin(path, effect.instruction.place)) return true;
          break;
        case "storage-live":
        case "storage-dead":
          return true;
        default:
      }
    }
    return false;
  }
}
