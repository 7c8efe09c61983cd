import { getOrInsert } from "../../collections/get-or-insert.js";
import { firstBetween } from "../../collections/sorted-search.js";
import { addAll, common, emptyBits, hasBit, isEmpty, removeAll, setBit, type Bits } from "../../graph/bits.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Instruction } from "../../ir/instruction.js";
import type { Local } from "../../ir/local.js";
import { REST } from "../../ir/move-path.js";
import type { Analysis } from "../analysis.js";
import type { FlowIndex } from "../sparse/flow-index.js";
import { bottomState, copyState, isBottom, joinStates, unwound, type OwnershipState } from "./ownership-state.js";
import { PathMasks } from "./path-masks.js";
import { SparseGraph, type SparseEdge } from "../sparse/sparse-graph.js";

/** An edge of the sparse graph as seen from the node where it begins. */
interface OutgoingEdge extends Omit<SparseEdge, "from"> {
  readonly to: BlockId;
}

/** What is told on a walk over the occurrences of a block. */
export interface OwnershipVisit {
  /** Each occurrence, with the state before it. */
  readonly before?: (instruction: Instruction, state: OwnershipState, at: number) => void;
  /** The first `maybe-throw` of each run of them without an occurrence between, with the state in which they may throw. */
  readonly unwind?: (to: BlockId, state: OwnershipState, at: number) => void;
}

/**
 * Which paths of one local may have been moved out of, and which may still have to be consumed.
 *
 * ```text
 *                        maybe moved   maybe init   maybe init on unwind
 *   t = make()           {}            {}           {}
 *   call -> bb3          {}            {t}          {}
 *   branch bb1, bb2      {}            {t}          {}
 * bb1:
 *   move t               {}            {t}          {}
 *   goto bb2             {t}           {}           {}
 * bb2:                   {t}           {t}          {}
 *   storage-dead t       t leaks: MC1001
 * bb3 (cleanup):         {}            {}           {t}
 *   storage-dead t       t leaks if the call throws: MC1004
 * ```
 *
 * One local at a time, since nothing flows between locals, and only at the nodes of its {@link SparseGraph}: a long function with
 * many variables costs no more than its length.
 *
 * Convergence: a state is three sets of the local's paths, a join adds to them, and the transfer function of a block is
 * monotonic: it takes away and adds paths that depend on the block alone. So each node changes three times its paths at most.
 *
 * Source: `rustc_mir_dataflow::impls::{MaybeInitializedPlaces, MaybeUninitializedPlaces}`.
 */
export class Ownership implements Analysis<OwnershipState> {
  readonly seeds: ReadonlyMap<BlockId, OwnershipState>;
  readonly masks: PathMasks;
  readonly graph: SparseGraph;
  /** The paths that stand for the elements of a container without a path of their own. */
  readonly #rest: Bits;
  readonly #outgoing = new Map<BlockId, OutgoingEdge[]>();

  constructor(
    readonly flow: FlowIndex,
    readonly local: Local,
  ) {
    this.masks = new PathMasks(local);
    this.#rest = emptyBits(local.paths.length);
    for (const path of local.paths) if (path.name === REST) setBit(this.#rest, path.index);
    this.graph = new SparseGraph(flow, local);
    const seeds = new Map<BlockId, OwnershipState>();
    for (const node of this.graph.nodes) {
      if (this.graph.hasOccurrence(node)) seeds.set(node, bottomState(local.paths.length));
      for (const { from, ...edge } of this.graph.predecessors(node))
        getOrInsert(this.#outgoing, from, () => []).push({ ...edge, to: node });
    }
    this.seeds = seeds;
  }

  copy(state: OwnershipState): OwnershipState {
    return copyState(state);
  }

  join(into: OwnershipState, from: OwnershipState): boolean {
    return joinStates(into, from);
  }

  transfer(node: BlockId, entry: OwnershipState, propagate: (to: BlockId, state: OwnershipState) => void): void {
    let onUnwind: OwnershipState | undefined;
    const exit = this.graph.hasOccurrence(node)
      ? this.walk(node, entry, {
          unwind: (_to, state) => {
            const after = unwound(state);
            if (onUnwind === undefined) onUnwind = after;
            else joinStates(onUnwind, after);
          },
        })
      : entry;
    for (const { to, own, normal, unwind } of this.#outgoing.get(node) ?? []) {
      if (normal && !isBottom(exit)) propagate(to, exit);
      const after = own ? onUnwind : unwound(exit);
      if (unwind && after !== undefined && !isBottom(after)) propagate(to, after);
    }
  }

  /** Runs the occurrences of a block on a copy of its entry state; the state at its end. */
  walk(block: BlockId, entry: OwnershipState, visit: OwnershipVisit): OwnershipState {
    const { controlFlow, occurrences } = this.flow;
    const state = copyState(entry);
    const unwind = controlFlow.unwindEdges[block];
    let passed = -1;
    const passThrows = (until: number): void => {
      const at = unwind === undefined ? undefined : firstBetween(unwind.at, passed, until);
      if (unwind !== undefined && at !== undefined) visit.unwind?.(unwind.target, state, at);
      passed = until;
    };
    for (const at of occurrences.in(block, this.local)) {
      const instruction = controlFlow.instruction(block, at);
      if (instruction === undefined) continue;
      if (visit.unwind !== undefined) passThrows(at);
      visit.before?.(instruction, state, at);
      this.apply(instruction, state);
    }
    if (visit.unwind !== undefined) passThrows(Infinity);
    return state;
  }

  /** Changes a state from that before an instruction to that after it. */
  apply(instruction: Instruction, state: OwnershipState): void {
    switch (instruction.kind) {
      case "storage-live":
      case "storage-dead":
        state.maybeMoved.fill(0);
        state.maybeInit.fill(0);
        state.maybeInitOnUnwind.fill(0);
        state.maybeLent.fill(0);
        return;
      case "assign": {
        const subtree = this.masks.subtree(instruction.place);
        removeAll(state.maybeMoved, subtree);
        removeAll(state.maybeLent, subtree);
        this.#discharge(state, subtree);
        if (instruction.value === "owned") this.#initialise(state, subtree);
        else if (instruction.value === "lent") addAll(state.maybeLent, subtree);
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
        // What is lent stays where it is: that is the error which is told (MC0507), and the only one.
        if (!hasBit(state.maybeLent, instruction.place.index)) addAll(state.maybeMoved, subtree);
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
    // Disposed of on every exit, or owned by somebody else: never an obligation of this function.
    if (this.local.using || this.local.notOwned !== undefined || this.local.capturedByReference) return;
    addAll(state.maybeInit, common(subtree, this.masks.leaves));
  }
}
