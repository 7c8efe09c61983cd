import type { Block, BlockId } from "../cfg/block.js";
import type { ControlFlowGraph } from "../cfg/control-flow-graph.js";
import type { Instruction } from "../cfg/instruction.js";
import type { Local } from "../cfg/local.js";
import { successors } from "../cfg/terminal.js";

/** Consecutive interrupts of a block that unwind to the same place. */
export interface UnwindRun {
  /** Instruction numbers, ascending. */
  readonly at: readonly number[];
  readonly unwind: BlockId;
}

/** A way into a block. */
export interface Incoming {
  readonly from: BlockId;
  /** It closes a loop. */
  readonly back: boolean;
  /** The exceptional edge of these interrupts; `undefined` for the end of the block. */
  readonly run: UnwindRun | undefined;
}

/** Where a local is mentioned: instruction numbers by block, ascending. */
export type Events = ReadonlyMap<BlockId, readonly number[]>;

const NO_EVENTS: Events = new Map();

/** What the analyses look up in a graph, computed in one pass over what is reachable. */
export class GraphIndex {
  /** Reachable blocks in reverse postorder. */
  readonly order: readonly BlockId[];
  /** A block's position in {@link order}; -1 when it can't be reached. */
  readonly rank: Int32Array;
  readonly incoming: readonly (readonly Incoming[])[];
  readonly runs: readonly (readonly UnwindRun[])[];
  readonly #events = new Map<Local, Map<BlockId, number[]>>();

  constructor(readonly graph: ControlFlowGraph) {
    this.runs = graph.blocks.map(unwindRuns);
    this.order = reversePostorder(graph, this.runs);
    this.rank = new Int32Array(graph.blocks.length).fill(-1);
    const incoming: Incoming[][] = graph.blocks.map(() => []);
    this.order.forEach((id, rank) => {
      this.rank[id] = rank;
      const block = this.block(id);
      // What has a rank already was visited before: the edge closes a loop.
      const back = (to: BlockId): boolean => (this.rank[to] ?? -1) >= 0;
      for (const to of successors(block.terminal)) incoming[to]?.push({ from: id, back: back(to), run: undefined });
      for (const run of this.runs[id] ?? []) incoming[run.unwind]?.push({ from: id, back: back(run.unwind), run });
      block.instructions.forEach((instruction, index) => {
        const local = mentioned(instruction);
        if (local !== undefined) this.#addEvent(local, id, index);
      });
    });
    this.incoming = incoming;
  }

  block(id: BlockId): Block {
    const block = this.graph.blocks[id];
    if (block === undefined) throw new RangeError(`no block ${id}`);
    return block;
  }

  instruction(id: BlockId, index: number): Instruction | undefined {
    return this.graph.blocks[id]?.instructions[index];
  }

  /** The instructions that mention a local, in reachable blocks, in reverse postorder. */
  events(local: Local): Events {
    return this.#events.get(local) ?? NO_EVENTS;
  }

  #addEvent(local: Local, block: BlockId, index: number): void {
    let blocks = this.#events.get(local);
    if (blocks === undefined) this.#events.set(local, (blocks = new Map<BlockId, number[]>()));
    const indexes = blocks.get(block);
    if (indexes === undefined) blocks.set(block, [index]);
    else indexes.push(index);
  }
}

/** The first number of an ascending list that is greater than `after` and less than `before`. */
export function firstBetween(numbers: readonly number[], after: number, before: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  const found = numbers[low];
  return found !== undefined && found < before ? found : undefined;
}

function mentioned(instruction: Instruction): Local | undefined {
  switch (instruction.kind) {
    case "storage-live":
    case "storage-dead":
      return instruction.local;
    case "assign":
    case "fill":
    case "move":
    case "use":
    case "refine":
      return instruction.place.local;
    case "flow":
      return instruction.from;
    case "interrupt":
    case "report":
      return undefined;
  }
}

function unwindRuns(block: Block): UnwindRun[] {
  const runs: { readonly at: number[]; readonly unwind: BlockId }[] = [];
  block.instructions.forEach((instruction, index) => {
    if (instruction.kind !== "interrupt") return;
    const last = runs.at(-1);
    if (last?.unwind === instruction.unwind) last.at.push(index);
    else runs.push({ at: [index], unwind: instruction.unwind });
  });
  return runs;
}

/** Depth first with a stack of its own; exceptional edges are visited before the terminal's, so that handlers come late. */
function reversePostorder(graph: ControlFlowGraph, runs: readonly (readonly UnwindRun[])[]): BlockId[] {
  const next = (id: BlockId): BlockId[] => {
    const block = graph.blocks[id];
    if (block === undefined) return [];
    const unwinds = (runs[id] ?? []).map(({ unwind }) => unwind);
    return [...unwinds, ...successors(block.terminal)];
  };
  const seen = new Uint8Array(graph.blocks.length);
  const postorder: BlockId[] = [];
  const stack: { readonly id: BlockId; readonly targets: readonly BlockId[]; at: number }[] = [];
  const enter = (id: BlockId): void => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    stack.push({ id, targets: next(id), at: 0 });
  };
  enter(graph.entry);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = top.targets[top.at++];
    if (target !== undefined) {
      enter(target);
    } else {
      postorder.push(top.id);
      stack.pop();
    }
  }
  return postorder.reverse();
}
