import { getOrInsert } from "../../collections/get-or-insert.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Local } from "../../ir/local.js";
import type { FlowIndex } from "../sparse/flow-index.js";
import { unwound, type OwnershipState } from "./ownership-state.js";
import { Ownership, type OwnershipVisit } from "./ownership.js";
import type { PathMasks } from "./path-masks.js";
import { solve } from "../solve.js";
import type { SparseGraph } from "../sparse/sparse-graph.js";

/** The solved ownership of one local: the state at any point of its function. */
export class LocalOwnership {
  readonly #analysis: Ownership;
  readonly #entries: ReadonlyMap<BlockId, OwnershipState>;
  readonly #exits = new Map<BlockId, OwnershipState>();

  /** Solves one local, whose paths are complete (see `expandLeaves`). */
  constructor(
    readonly flow: FlowIndex,
    readonly local: Local,
  ) {
    this.#analysis = new Ownership(flow, local);
    this.#entries = solve(this.#analysis);
  }

  get graph(): SparseGraph {
    return this.#analysis.graph;
  }

  get masks(): PathMasks {
    return this.#analysis.masks;
  }

  /** The state on entry to a block; `undefined` where nothing is known of the local. */
  entry(block: BlockId): OwnershipState | undefined {
    const node = this.graph.nodeOf(block);
    if (node === undefined) return undefined;
    if (node === block) return this.#entries.get(block);
    const exit = this.exit(node);
    if (exit === undefined) return undefined;
    const { unwindDepths } = this.flow;
    const onUnwind = unwindDepths.reachedByUnwind(node, block) ? unwound(exit) : undefined;
    if (!unwindDepths.reachedNormally(node, block)) return onUnwind;
    return onUnwind === undefined ? exit : { ...exit, maybeInitOnUnwind: onUnwind.maybeInitOnUnwind };
  }

  /** The state at the end of a node, short of exceptions: that of the blocks of its interval. */
  exit(node: BlockId): OwnershipState | undefined {
    const entry = this.#entries.get(node);
    if (entry === undefined || !this.graph.hasOccurrence(node)) return entry;
    return getOrInsert(this.#exits, node, () => this.#analysis.walk(node, entry, {}));
  }

  /**
   * Walks over the occurrences of a block, each with the state before it.
   *
   * @returns the state at its end; `undefined`, and nothing is visited, where nothing is known of the local
   */
  walk(block: BlockId, visit: OwnershipVisit): OwnershipState | undefined {
    const entry = this.entry(block);
    return entry === undefined ? undefined : this.#analysis.walk(block, entry, visit);
  }

  /** The state before an instruction of a block; `undefined` where nothing is known of the local. */
  before(block: BlockId, at: number): OwnershipState | undefined {
    const state = this.entry(block);
    if (state === undefined) return undefined;
    const { controlFlow, occurrences } = this.flow;
    const copy = this.#analysis.copy(state);
    for (const each of occurrences.in(block, this.local)) {
      const instruction = controlFlow.instruction(block, each);
      if (each >= at || instruction === undefined) break;
      this.#analysis.apply(instruction, copy);
    }
    return copy;
  }
}
