import type { BlockId } from "../ir/block-id.js";

/**
 * A forward dataflow analysis over one graph.
 *
 * The solver visits only blocks into which something other than bottom flows, so the cost of an analysis is
 * the size of the region where it has something to say, not of the function.
 *
 * Source: `rustc_mir_dataflow::Analysis`.
 */
export interface Analysis<Domain> {
  /** Where something is known before anything flows, with what. */
  readonly seeds: ReadonlyMap<BlockId, Domain>;
  /**
   * Runs a block. `propagate` is called with each successor, exceptional ones included, and what flows to
   * it; nothing needs to be said of bottom.
   */
  transfer(block: BlockId, state: Domain, propagate: (to: BlockId, state: Domain) => void): void;
  /** A copy that may be changed. */
  copy(state: Domain): Domain;
  /** Joins `from` into `into`; whether that changed anything. */
  join(into: Domain, from: Domain): boolean;
}
