import { ControlFlow } from "../graph/control-flow.js";
import type { BlockId } from "../ir/block-id.js";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { DominatorOrder } from "./dominator-order.js";
import { IncomingEdgeIndex } from "./incoming-edge-index.js";
import { NormalPredecessorForest } from "./normal-predecessor-forest.js";

/** Where a local is mentioned: instruction numbers by block, ascending. */
export type Occurrences = ReadonlyMap<BlockId, readonly number[]>;

const NO_OCCURRENCES: Occurrences = new Map();

/** What the analyses look up in a graph: its edges, where each local occurs, and what is computed when it is first asked for. */
export class GraphIndex extends ControlFlow {
  readonly #occurrences = new Map<Local, Map<BlockId, number[]>>();
  readonly #incomingEdgeIndexes = new Map<BlockId, IncomingEdgeIndex>();
  #dominance: DominatorOrder | undefined;
  #normalPredecessors: NormalPredecessorForest | undefined;

  constructor(graph: ControlFlowGraph) {
    super(graph);
    for (const id of this.order) {
      this.block(id).instructions.forEach((instruction, index) => {
        const local = occurringLocal(instruction);
        if (local !== undefined) this.#addOccurrence(local, id, index);
      });
    }
  }

  /** The dominator tree and what goes with it, computed when it is first asked for. */
  get dominance(): DominatorOrder {
    return (this.#dominance ??= new DominatorOrder(this));
  }

  /** Where jumps led past blocks, computed when it is first asked for. */
  get normalPredecessors(): NormalPredecessorForest {
    return (this.#normalPredecessors ??= new NormalPredecessorForest(this, this.dominance));
  }

  /** The ways into a block, to be asked about many at a time. */
  incomingEdgeIndex(block: BlockId): IncomingEdgeIndex {
    let found = this.#incomingEdgeIndexes.get(block);
    if (found === undefined)
      this.#incomingEdgeIndexes.set(block, (found = new IncomingEdgeIndex(this, this.dominance, block)));
    return found;
  }

  /** The instructions that mention a local, in reachable blocks, in reverse postorder. */
  occurrences(local: Local): Occurrences {
    return this.#occurrences.get(local) ?? NO_OCCURRENCES;
  }

  #addOccurrence(local: Local, block: BlockId, index: number): void {
    let blocks = this.#occurrences.get(local);
    if (blocks === undefined) this.#occurrences.set(local, (blocks = new Map<BlockId, number[]>()));
    const indexes = blocks.get(block);
    if (indexes === undefined) blocks.set(block, [index]);
    else indexes.push(index);
  }
}

function occurringLocal(instruction: Instruction): Local | undefined {
  switch (instruction.kind) {
    case "storage-live":
    case "storage-dead":
      return instruction.local;
    case "assign":
    case "insert":
    case "move":
    case "use":
    case "assume-empty":
      return instruction.place.local;
    case "subset":
      return instruction.from;
    case "maybe-throw":
    case "report":
      return undefined;
  }
}
