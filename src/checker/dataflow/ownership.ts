import type { BlockId } from "../ir/block-id.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { REST } from "../ir/move-path.js";
import type { Analysis } from "./analysis.js";
import { addAll, common, emptyBits, isEmpty, removeAll, setBit, type Bits } from "../graph/bits.js";
import { type GraphIndex } from "./graph-index.js";
import { firstBetween } from "../graph/sorted-search.js";
import { SparseGraph, type SparseEdge } from "./sparse-graph.js";
import { solve } from "./solve.js";
import { PathMasks } from "./path-masks.js";

/** What may be true of one local's paths at a point. */
export interface OwnershipState {
  /** May have been moved out of (rustc's maybe-uninitialised, without "never initialised"). */
  readonly maybeMoved: Bits;
  /** May hold a value that is owed (rustc's maybe-initialised). */
  readonly maybeInit: Bits;
  /** The same, on paths that only a throwing call leads to. */
  readonly maybeInitOnUnwind: Bits;
}

/** A way out of a node into another, as seen from where it begins. */
interface OutgoingEdge extends Omit<SparseEdge, "from"> {
  readonly to: BlockId;
}

/**
 * Which paths of one local may be moved, and which may still owe their value, at each block.
 *
 * One local at a time, and only at the nodes of its {@link SparseGraph}: what is known of it anywhere else is what is known at the
 * end of the node of that region, so that a long function with many variables costs no more than its length.
 *
 * Source: `rustc_mir_dataflow::impls::{MaybeInitializedPlaces, MaybeUninitializedPlaces}`.
 */
export class Ownership implements Analysis<OwnershipState> {
  readonly seeds: ReadonlyMap<BlockId, OwnershipState>;
  readonly masks: PathMasks;
  readonly graph: SparseGraph;
  readonly #rest: Bits;
  readonly #outgoing = new Map<BlockId, OutgoingEdge[]>();

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
  ) {
    this.masks = new PathMasks(local);
    this.#rest = emptyBits(local.paths.length);
    for (const path of local.paths) if (path.name === REST) setBit(this.#rest, path.index);
    this.graph = new SparseGraph(index, local);
    const seeds = new Map<BlockId, OwnershipState>();
    for (const node of this.graph.nodes) {
      if (this.graph.hasOccurrence(node)) seeds.set(node, this.bottom());
      for (const { from, ...way } of this.graph.predecessors(node)) {
        const onward = this.#outgoing.get(from);
        if (onward === undefined) this.#outgoing.set(from, [{ ...way, to: node }]);
        else onward.push({ ...way, to: node });
      }
    }
    this.seeds = seeds;
  }

  bottom(): OwnershipState {
    const size = this.local.paths.length;
    return { maybeMoved: emptyBits(size), maybeInit: emptyBits(size), maybeInitOnUnwind: emptyBits(size) };
  }

  copy({ maybeMoved, maybeInit, maybeInitOnUnwind }: OwnershipState): OwnershipState {
    return {
      maybeMoved: maybeMoved.slice(),
      maybeInit: maybeInit.slice(),
      maybeInitOnUnwind: maybeInitOnUnwind.slice(),
    };
  }

  join(into: OwnershipState, from: OwnershipState): boolean {
    const moved = addAll(into.maybeMoved, from.maybeMoved);
    const owed = addAll(into.maybeInit, from.maybeInit);
    return addAll(into.maybeInitOnUnwind, from.maybeInitOnUnwind) || moved || owed;
  }

  transfer(node: BlockId, entry: OwnershipState, propagate: (to: BlockId, state: OwnershipState) => void): void {
    let onUnwind: OwnershipState | undefined;
    const exit = this.graph.hasOccurrence(node)
      ? this.walk(node, entry, {
          unwind: (_to, state) => {
            const after = unwound(state);
            if (onUnwind === undefined) onUnwind = after;
            else this.join(onUnwind, after);
          },
        })
      : entry;
    for (const { to, own, normal, unwind: throws } of this.#outgoing.get(node) ?? []) {
      if (normal && !isBottom(exit)) propagate(to, exit);
      const after = own ? onUnwind : unwound(exit);
      if (throws && after !== undefined && !isBottom(after)) propagate(to, after);
    }
  }

  /**
   * Runs a block's events on a copy of its entry state. `before` sees each event with the state before
   * it, `unwind` the first of each stretch of interrupts with the state in which they may throw.
   */
  walk(
    id: BlockId,
    entry: OwnershipState,
    visit: {
      readonly before?: (instruction: Instruction, state: OwnershipState, at: number) => void;
      readonly unwind?: (to: BlockId, state: OwnershipState, at: number) => void;
    },
  ): OwnershipState {
    const state = this.copy(entry);
    const run = this.index.unwindEdges[id];
    let passed = -1;
    const passThrows = (until: number): void => {
      const at = run === undefined ? undefined : firstBetween(run.at, passed, until);
      if (run !== undefined && at !== undefined) visit.unwind?.(run.target, state, at);
      passed = until;
    };
    for (const at of this.index.occurrences(this.local).get(id) ?? []) {
      const instruction = this.index.instruction(id, at);
      if (instruction === undefined) continue;
      if (visit.unwind !== undefined) passThrows(at);
      visit.before?.(instruction, state, at);
      this.apply(instruction, state);
    }
    if (visit.unwind !== undefined) passThrows(Infinity);
    return state;
  }

  apply(instruction: Instruction, state: OwnershipState): void {
    switch (instruction.kind) {
      case "storage-live":
      case "storage-dead":
        state.maybeMoved.fill(0);
        state.maybeInit.fill(0);
        state.maybeInitOnUnwind.fill(0);
        return;
      case "assign": {
        const subtree = this.masks.subtree(instruction.place);
        removeAll(state.maybeMoved, subtree);
        this.#discharge(state, subtree);
        if (instruction.value === "owned") this.#initialise(state, subtree);
        return;
      }
      case "insert": {
        const subtree = this.masks.subtree(instruction.place);
        const rest = common(subtree, this.#rest);
        this.#initialise(state, isEmpty(rest) ? subtree : rest);
        return;
      }
      case "move": {
        const subtree = this.masks.subtree(instruction.place);
        addAll(state.maybeMoved, subtree);
        this.#discharge(state, subtree);
        return;
      }
      case "assume-empty":
        this.#discharge(state, this.masks.subtree(instruction.place));
        return;
      default:
    }
  }

  #discharge(state: OwnershipState, subtree: Bits): void {
    removeAll(state.maybeInit, subtree);
    removeAll(state.maybeInitOnUnwind, subtree);
  }

  #initialise(state: OwnershipState, subtree: Bits): void {
    // Disposed of on every exit, or owned by somebody else: never owed here.
    if (this.local.using || this.local.notOwned !== undefined || this.local.capturedByReference) return;
    addAll(state.maybeInit, common(subtree, this.masks.leaves));
  }
}

/** What the unwinding edge of a call carries: whatever was owed is from now on owed by a throw only. */
function unwound(state: OwnershipState): OwnershipState {
  const maybeInitOnUnwind = state.maybeInitOnUnwind.slice();
  addAll(maybeInitOnUnwind, state.maybeInit);
  return { maybeMoved: state.maybeMoved.slice(), maybeInit: state.maybeInit.map(() => 0), maybeInitOnUnwind };
}

function isBottom({ maybeMoved, maybeInit, maybeInitOnUnwind }: OwnershipState): boolean {
  return isEmpty(maybeMoved) && isEmpty(maybeInit) && isEmpty(maybeInitOnUnwind);
}

/** One local's analysis and its result. */
export class OwnershipResult {
  readonly graph: SparseGraph;
  readonly #entries: ReadonlyMap<BlockId, OwnershipState>;
  readonly #exits = new Map<BlockId, OwnershipState>();

  constructor(readonly analysis: Ownership) {
    this.graph = analysis.graph;
    this.#entries = solve(analysis);
  }

  /** The state on entry to a block; `undefined` where nothing is known of the local. */
  entry(block: BlockId): OwnershipState | undefined {
    const node = this.graph.nodeOf(block);
    if (node === undefined) return undefined;
    if (node === block) return this.#entries.get(block);
    const exit = this.exit(node);
    if (exit === undefined) return undefined;
    const { dominance } = this.analysis.index;
    const byThrow = dominance.reachedByUnwind(node, block) ? unwound(exit) : undefined;
    if (dominance.reachedNormally(node, block))
      return byThrow === undefined ? exit : { ...exit, maybeInitOnUnwind: byThrow.maybeInitOnUnwind };
    return byThrow;
  }

  /** The state at the end of a node: what is known in its region, short of exceptions. */
  exit(node: BlockId): OwnershipState | undefined {
    let exit = this.#exits.get(node);
    if (exit !== undefined) return exit;
    const entry = this.#entries.get(node);
    if (entry === undefined) return undefined;
    exit = this.graph.hasOccurrence(node) ? this.analysis.walk(node, entry, {}) : entry;
    this.#exits.set(node, exit);
    return exit;
  }
}

/** Solves one local. */
export function solveOwnership(index: GraphIndex, local: Local): OwnershipResult {
  return new OwnershipResult(new Ownership(index, local));
}
