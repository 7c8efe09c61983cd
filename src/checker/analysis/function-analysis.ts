import { getOrInsert } from "../collections/get-or-insert.js";
import { indexFlow, type FlowIndex } from "../dataflow/sparse/flow-index.js";
import { Loans } from "../dataflow/loans/loans.js";
import { LocalOwnership } from "../dataflow/ownership/local-ownership.js";
import { NormalPredecessorForest } from "../dataflow/sparse/normal-predecessor-forest.js";
import { solveObligation, type ObligationResult } from "../dataflow/obligations/obligation.js";
import { ResourceEvents } from "../dataflow/obligations/resource-events.js";
import { OccurrenceMap } from "../dataflow/occurrences.js";
import { ControlFlow } from "../graph/control-flow.js";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Local } from "../ir/local.js";
import { expandLeaves } from "../ir/move-path.js";

/**
 * One function, solved: the only door to what dataflow knows of it.
 *
 * The checks and whatever editors ask read the same object, so a place at a point has one state. Each part is computed when it
 * is first asked for, once: a function in which nothing is owned costs its lowering and no more.
 *
 * @example
 * for (const analysis of analyseFunctions(program, oracle, options))
 *   for (const ownership of analysis.owned()) ownership.entry(block)?.maybeMoved;
 */
export class FunctionAnalysis {
  readonly #ownership = new Map<Local, LocalOwnership>();
  #controlFlow: ControlFlow | undefined;
  #occurrences: OccurrenceMap | undefined;
  #flow: FlowIndex | undefined;
  #loans: Loans | undefined;
  #obligations: readonly ObligationResult[] | undefined;
  #normalPredecessors: NormalPredecessorForest | undefined;

  constructor(readonly graph: ControlFlowGraph) {}

  /** The edges of the graph in both directions, and its blocks in reverse postorder. */
  get controlFlow(): ControlFlow {
    return (this.#controlFlow ??= new ControlFlow(this.graph));
  }

  /** The def-use map. */
  get occurrences(): OccurrenceMap {
    return (this.#occurrences ??= new OccurrenceMap(this.controlFlow));
  }

  /** The loans, and the moves that invalidate them. */
  get loans(): Loans {
    return (this.#loans ??= new Loans(this.controlFlow, this.occurrences));
  }

  /** One path back from each block without exceptions. */
  get normalPredecessors(): NormalPredecessorForest {
    return (this.#normalPredecessors ??= new NormalPredecessorForest(this.controlFlow, this.#indexed.unwindDepths));
  }

  /** The solved ownership of a local; `undefined` when the function does not own what it holds: nothing can be moved out of it. */
  ownership(local: Local): LocalOwnership | undefined {
    if (local.facts.ownership !== "owned" || local.notOwned !== undefined) return undefined;
    return getOrInsert(this.#ownership, local, () => {
      expandLeaves(local);
      return new LocalOwnership(this.#indexed, local);
    });
  }

  /** The solved ownership of every local whose value the function owns, in the order in which they were lowered. */
  *owned(): Iterable<LocalOwnership> {
    for (const local of this.graph.locals) {
      const ownership = this.ownership(local);
      if (ownership !== undefined) yield ownership;
    }
  }

  /** What becomes of each resource, in the order in which they are acquired. */
  get obligations(): readonly ObligationResult[] {
    if (this.#obligations === undefined) {
      const events = new ResourceEvents(this.controlFlow);
      this.#obligations = events.resources.map((resource) => solveObligation(events, resource));
    }
    return this.#obligations;
  }

  get #indexed(): FlowIndex {
    return (this.#flow ??= indexFlow(this.controlFlow, this.occurrences));
  }
}
