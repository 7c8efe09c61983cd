import type { BlockId } from "../ir/block.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { REST } from "../ir/move-path.js";
import type { Analysis } from "./analysis.js";
import { addAll, common, emptyBits, isEmpty, removeAll, setBit, type Bits } from "../graph/bits.js";
import { firstBetween, type GraphIndex } from "./graph-index.js";
import { Regions, type Way } from "./sparse-graph.js";
import { solve } from "./solve.js";
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

/** A way out of a node into another, as seen from where it begins. */
interface Onward extends Omit<Way, "from"> {
  readonly to: BlockId;
}

/**
 * Which paths of one local may be moved, and which may still owe their value, at each block.
 *
 * One local at a time, and only at the nodes of its {@link Regions}: what is known of it anywhere else is what is known at the
 * end of the node of that region, so that a long function with many variables costs no more than its length.
 *
 * Source: `rustc_mir_dataflow::impls::{MaybeInitializedPlaces, MaybeUninitializedPlaces}`.
 */
export class Ownership implements Analysis<OwnershipState> {
  readonly seeds: ReadonlyMap<BlockId, OwnershipState>;
  readonly masks: PathMasks;
  readonly regions: Regions;
  readonly #rest: Bits;
  readonly #onward = new Map<BlockId, Onward[]>();

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
  ) {
    this.masks = new PathMasks(local);
    this.#rest = emptyBits(local.paths.length);
    for (const path of local.paths) if (path.name === REST) setBit(this.#rest, path.index);
    this.regions = new Regions(index, local);
    const seeds = new Map<BlockId, OwnershipState>();
    for (const node of this.regions.nodes) {
      if (this.regions.mentions(node)) seeds.set(node, this.bottom());
      for (const { from, ...way } of this.regions.waysInto(node)) {
        const onward = this.#onward.get(from);
        if (onward === undefined) this.#onward.set(from, [{ ...way, to: node }]);
        else onward.push({ ...way, to: node });
      }
    }
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

  transfer(node: BlockId, entry: OwnershipState, propagate: (to: BlockId, state: OwnershipState) => void): void {
    let unwound: OwnershipState | undefined;
    const exit = this.regions.mentions(node)
      ? this.walk(node, entry, {
          unwind: (_to, state) => {
            const after = thrown(state);
            if (unwound === undefined) unwound = after;
            else this.join(unwound, after);
          },
        })
      : entry;
    for (const { to, own, quiet, thrown: throws } of this.#onward.get(node) ?? []) {
      if (quiet && !isBottom(exit)) propagate(to, exit);
      const after = own ? unwound : thrown(exit);
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
    const run = this.index.runs[id];
    let passed = -1;
    const passInterrupts = (until: number): void => {
      const at = run === undefined ? undefined : firstBetween(run.at, passed, until);
      if (run !== undefined && at !== undefined) visit.unwind?.(run.unwind, state, at);
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
  return { moved: state.moved.slice(), owed: state.owed.map(() => 0), owedByThrow };
}

function isBottom({ moved, owed, owedByThrow }: OwnershipState): boolean {
  return isEmpty(moved) && isEmpty(owed) && isEmpty(owedByThrow);
}

/** One local's analysis and its result. */
export class OwnershipResult {
  readonly regions: Regions;
  readonly #entries: ReadonlyMap<BlockId, OwnershipState>;
  readonly #exits = new Map<BlockId, OwnershipState>();

  constructor(readonly analysis: Ownership) {
    this.regions = analysis.regions;
    this.#entries = solve(analysis);
  }

  /** The state on entry to a block; `undefined` where nothing is known of the local. */
  entry(block: BlockId): OwnershipState | undefined {
    const node = this.regions.nodeOf(block);
    if (node === undefined) return undefined;
    if (node === block) return this.#entries.get(block);
    const exit = this.exit(node);
    if (exit === undefined) return undefined;
    const { flow } = this.analysis.index;
    const byThrow = flow.byThrow(node, block) ? thrown(exit) : undefined;
    if (flow.quietly(node, block)) return byThrow === undefined ? exit : { ...exit, owedByThrow: byThrow.owedByThrow };
    return byThrow;
  }

  /** The state at the end of a node: what is known in its region, short of exceptions. */
  exit(node: BlockId): OwnershipState | undefined {
    let exit = this.#exits.get(node);
    if (exit !== undefined) return exit;
    const entry = this.#entries.get(node);
    if (entry === undefined) return undefined;
    exit = this.regions.mentions(node) ? this.analysis.walk(node, entry, {}) : entry;
    this.#exits.set(node, exit);
    return exit;
  }
}

/** Solves one local. */
export function solveOwnership(index: GraphIndex, local: Local): OwnershipResult {
  return new OwnershipResult(new Ownership(index, local));
}
