import type { BlockId } from "../cfg/block.js";
import type { Instruction } from "../cfg/instruction.js";
import type { Local } from "../cfg/local.js";
import { REST } from "../cfg/move-path.js";
import { successors } from "../cfg/terminal.js";
import type { Analysis } from "../solve/analysis.js";
import { addAll, common, emptyBits, isEmpty, removeAll, setBit, type Bits } from "../solve/bits.js";
import { firstBetween, type GraphIndex } from "../solve/graph-index.js";
import { solve } from "../solve/solve.js";
import { PathMasks } from "./path-masks.js";

/** What may be true of one local's paths at a point. */
export interface OwnershipState {
  /** May have been moved out of (rustc's maybe-uninitialised, without "never initialised"). */
  readonly moved: Bits;
  /** May hold a value that is owed (rustc's maybe-initialised). */
  readonly owed: Bits;
  /** The same, on paths that only a throwing call leads to. */
  readonly owedByThrow: Bits;
}

/**
 * Which paths of one local may be moved, and which may still owe their value, at each block.
 *
 * One local at a time: what is known of it flows from where it gets a value to where it is settled, and no
 * further, so that a long function with many short-lived variables costs no more than its length.
 *
 * Source: `rustc_mir_dataflow::impls::{MaybeInitializedPlaces, MaybeUninitializedPlaces}`.
 */
export class Ownership implements Analysis<OwnershipState> {
  readonly seeds: ReadonlyMap<BlockId, OwnershipState>;
  readonly masks: PathMasks;
  readonly #rest: Bits;

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
    /** Blocks from which a use of the local can still be reached: a move need not be remembered elsewhere. */
    readonly useAhead: ReadonlySet<BlockId>,
  ) {
    this.masks = new PathMasks(local);
    this.#rest = emptyBits(local.paths.length);
    for (const path of local.paths) if (path.name === REST) setBit(this.#rest, path.index);
    const seeds = new Map<BlockId, OwnershipState>();
    for (const block of index.events(local).keys()) seeds.set(block, this.bottom());
    this.seeds = seeds;
  }

  bottom(): OwnershipState {
    const size = this.local.paths.length;
    return { moved: emptyBits(size), owed: emptyBits(size), owedByThrow: emptyBits(size) };
  }

  copy({ moved, owed, owedByThrow }: OwnershipState): OwnershipState {
    return { moved: moved.slice(), owed: owed.slice(), owedByThrow: owedByThrow.slice() };
  }

  join(into: OwnershipState, from: OwnershipState): boolean {
    const moved = addAll(into.moved, from.moved);
    const owed = addAll(into.owed, from.owed);
    return addAll(into.owedByThrow, from.owedByThrow) || moved || owed;
  }

  transfer(id: BlockId, entry: OwnershipState, propagate: (to: BlockId, state: OwnershipState) => void): void {
    const send = (to: BlockId, state: OwnershipState): void => {
      if (!isEmpty(state.owed) || !isEmpty(state.owedByThrow) || (!isEmpty(state.moved) && this.useAhead.has(to))) propagate(to, state);
    };
    const { terminal } = this.index.block(id);
    if (!this.index.events(this.local).has(id)) {
      for (const { unwind } of this.index.runs[id] ?? []) send(unwind, thrown(entry));
      for (const to of successors(terminal)) send(to, entry);
      return;
    }
    const exit = this.walk(id, entry, {
      unwind: (unwind, state) => {
        send(unwind, thrown(state));
      },
    });
    for (const to of successors(terminal)) send(to, exit);
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
    const runs = this.index.runs[id] ?? [];
    let run = 0;
    let passed = -1;
    const passInterrupts = (until: number): void => {
      for (let ahead = runs[run]; ahead !== undefined; ahead = runs[++run]) {
        const at = firstBetween(ahead.at, passed, until);
        if (at !== undefined) visit.unwind?.(ahead.unwind, state, at);
        if ((ahead.at.at(-1) ?? -1) >= until) break;
      }
      passed = until;
    };
    for (const at of this.index.events(this.local).get(id) ?? []) {
      const instruction = this.index.instruction(id, at);
      if (instruction === undefined) continue;
      if (visit.unwind !== undefined) passInterrupts(at);
      visit.before?.(instruction, state, at);
      this.apply(instruction, state);
    }
    if (visit.unwind !== undefined) passInterrupts(Infinity);
    return state;
  }

  apply(instruction: Instruction, state: OwnershipState): void {
    switch (instruction.kind) {
      case "storage-live":
      case "storage-dead":
        state.moved.fill(0);
        state.owed.fill(0);
        state.owedByThrow.fill(0);
        return;
      case "assign": {
        const subtree = this.masks.subtree(instruction.place);
        removeAll(state.moved, subtree);
        this.#settle(state, subtree);
        if (instruction.value === "owned") this.#owe(state, subtree);
        return;
      }
      case "fill": {
        const subtree = this.masks.subtree(instruction.place);
        const rest = common(subtree, this.#rest);
        this.#owe(state, isEmpty(rest) ? subtree : rest);
        return;
      }
      case "move": {
        const subtree = this.masks.subtree(instruction.place);
        addAll(state.moved, subtree);
        this.#settle(state, subtree);
        return;
      }
      case "refine":
        this.#settle(state, this.masks.subtree(instruction.place));
        return;
      default:
    }
  }

  #settle(state: OwnershipState, subtree: Bits): void {
    removeAll(state.owed, subtree);
    removeAll(state.owedByThrow, subtree);
  }

  #owe(state: OwnershipState, subtree: Bits): void {
    // Disposed of on every exit, or owned by somebody else: never owed here.
    if (this.local.using || this.local.held !== undefined || this.local.lentFromOutside) return;
    addAll(state.owed, common(subtree, this.masks.leaves));
  }
}

/** What the unwinding edge of a call carries: whatever was owed is from now on owed by a throw only. */
function thrown(state: OwnershipState): OwnershipState {
  const owedByThrow = state.owedByThrow.slice();
  addAll(owedByThrow, state.owed);
  return { moved: state.moved, owed: state.owed.map(() => 0), owedByThrow };
}

/** One local's analysis and its result. */
export interface OwnershipResult {
  readonly analysis: Ownership;
  readonly entries: ReadonlyMap<BlockId, OwnershipState>;
}

/** Solves one local. */
export function solveOwnership(index: GraphIndex, local: Local): OwnershipResult {
  const analysis = new Ownership(index, local, blocksBefore(index, local));
  return { analysis, entries: solve(analysis) };
}

/** Blocks from which an event that looks at moves can be reached without the local's storage beginning anew. */
function blocksBefore(index: GraphIndex, local: Local): ReadonlySet<BlockId> {
  const found = new Set<BlockId>();
  const stack: BlockId[] = [];
  for (const [block, events] of index.events(local)) {
    if (looksAtMoves(index, block, events)) stack.push(block);
  }
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const { from } of index.incoming[id] ?? []) {
      const begins = (index.events(local).get(from) ?? []).some((at) => index.instruction(from, at)?.kind === "storage-live");
      if (!begins) stack.push(from);
    }
  }
  return found;
}

/** Whether a block looks at the local before it begins anew there. */
function looksAtMoves(index: GraphIndex, block: BlockId, events: readonly number[]): boolean {
  for (const at of events) {
    switch (index.instruction(block, at)?.kind) {
      case "use":
      case "move":
      case "assign":
        return true;
      case "storage-live":
        return false;
      default:
    }
  }
  return false;
}
