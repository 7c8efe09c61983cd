import type { BlockId } from "../ir/block-id.js";
import type { Block } from "../ir/block.js";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Instruction } from "../ir/instruction.js";
import { successors } from "../ir/terminal.js";

/** The interrupts of a block: all unwind to the same place. */
export interface UnwindEdge {
  /** Instruction numbers, ascending. */
  readonly at: readonly number[];
  readonly target: BlockId;
}

/** An instruction. */
interface Point {
  readonly part: BlockId;
  readonly at: number;
}

/** A block among the parts of a block of the graph. */
interface Part {
  readonly parts: readonly BlockId[];
  readonly number: number;
}

/** A way into a block. */
export interface IncomingEdge {
  readonly from: BlockId;
  /** It closes a loop. */
  readonly isBackEdge: boolean;
  /** The exceptional edge of these interrupts; `undefined` for the end of the block. */
  readonly unwind: UnwindEdge | undefined;
}

/**
 * The edges of a graph, computed in one pass over what is reachable.
 *
 * Blocks whose interrupts unwind to several places are divided, so that each block has one exceptional edge at most. The
 * parts that this adds are numbered after the blocks of the graph.
 */
export class ControlFlow {
  /** Reachable blocks in reverse postorder. */
  readonly order: readonly BlockId[];
  /** A block's position in {@link order}; -1 when it can't be reached. */
  readonly rpoIndex: Int32Array;
  readonly incoming: readonly (readonly IncomingEdge[])[];
  readonly unwindEdges: readonly (UnwindEdge | undefined)[];
  /** For each block the block of the graph that it is a part of, and which part. */
  readonly #wholes: readonly Part[];
  readonly #blocks: readonly Block[];

  constructor(readonly graph: ControlFlowGraph) {
    const { blocks, parts } = divideBlocks(graph.blocks);
    this.#blocks = blocks;
    this.#wholes = parts;
    this.unwindEdges = this.#blocks.map(unwindEdgeOf);
    this.order = reversePostorder(this.#blocks, graph.entry, this.unwindEdges);
    this.rpoIndex = new Int32Array(this.#blocks.length).fill(-1);
    const incoming: IncomingEdge[][] = this.#blocks.map(() => []);
    this.order.forEach((id, rpoIndex) => {
      this.rpoIndex[id] = rpoIndex;
      const block = this.block(id);
      // What has a position already was visited before: the edge closes a loop.
      const isBackEdge = (to: BlockId): boolean => (this.rpoIndex[to] ?? -1) >= 0;
      for (const to of successors(block.terminal))
        incoming[to]?.push({ from: id, isBackEdge: isBackEdge(to), unwind: undefined });
      const unwind = this.unwindEdges[id];
      if (unwind !== undefined)
        incoming[unwind.target]?.push({ from: id, isBackEdge: isBackEdge(unwind.target), unwind });
    });
    this.incoming = incoming;
  }

  /** The parts of a block of the graph, in order; most have one. */
  partsOf(whole: BlockId): readonly BlockId[] {
    return this.#wholes[whole]?.parts ?? [];
  }

  /** The part that follows a part of the same block. */
  nextPart(id: BlockId): BlockId | undefined {
    const part = this.#wholes[id];
    return part?.parts[part.number + 1];
  }

  /** Whether one instruction stands before another of the same block of the graph. */
  isBefore(a: Point, b: Point): boolean {
    return a.part === b.part ? a.at < b.at : (this.#wholes[a.part]?.number ?? 0) < (this.#wholes[b.part]?.number ?? 0);
  }

  /** The block of the graph that a block is a part of, which is its first part, too. */
  wholeOf(id: BlockId): BlockId {
    return this.#wholes[id]?.parts[0] ?? id;
  }

  /** How many blocks there are, reachable or not. */
  get size(): number {
    return this.#blocks.length;
  }

  block(id: BlockId): Block {
    const block = this.#blocks[id];
    if (block === undefined) throw new RangeError(`no block ${id}`);
    return block;
  }

  instruction(id: BlockId, index: number): Instruction | undefined {
    return this.#blocks[id]?.instructions[index];
  }
}

/** Cuts each block before an interrupt that unwinds to another place than those before it. */
function divideBlocks(blocks: readonly Block[]): { readonly blocks: Block[]; readonly parts: Part[] } {
  const divided = [...blocks];
  const parts: Part[] = blocks.map(({ id }) => ({ parts: [id], number: 0 }));
  for (const block of blocks) {
    const { instructions, terminal, cleanup } = block;
    const cuts = cutsOf(block);
    if (cuts.length === 0) continue;
    const ids = [block.id, ...cuts.map((_, number) => divided.length + number)];
    ids.forEach((id, number) => {
      const next = ids[number + 1];
      parts[id] = { parts: ids, number };
      divided[id] = {
        id,
        instructions: instructions.slice(cuts[number - 1] ?? 0, cuts[number]),
        terminal: next === undefined ? terminal : { kind: "goto", target: next, isBackEdge: false },
        cleanup,
      };
    });
  }
  return { blocks: divided, parts };
}

function cutsOf({ instructions }: Block): number[] {
  const cuts: number[] = [];
  let unwind: BlockId | undefined;
  instructions.forEach((instruction, at) => {
    if (instruction.kind !== "maybe-throw") return;
    if (unwind !== undefined && unwind !== instruction.unwind) cuts.push(at);
    unwind = instruction.unwind;
  });
  return cuts;
}

function unwindEdgeOf({ instructions }: Block): UnwindEdge | undefined {
  const at: number[] = [];
  let target: BlockId | undefined;
  instructions.forEach((instruction, index) => {
    if (instruction.kind !== "maybe-throw") return;
    at.push(index);
    target = instruction.unwind;
  });
  return target === undefined ? undefined : { at, target };
}

/** Depth first with a stack of its own; the exceptional edge is visited before the terminal's, so that handlers come late. */
function reversePostorder(
  blocks: readonly Block[],
  entry: BlockId,
  unwindEdges: readonly (UnwindEdge | undefined)[],
): BlockId[] {
  const next = (id: BlockId): readonly BlockId[] => {
    const block = blocks[id];
    if (block === undefined) return [];
    const unwind = unwindEdges[id];
    return unwind === undefined ? successors(block.terminal) : [unwind.target, ...successors(block.terminal)];
  };
  const seen = new Uint8Array(blocks.length);
  const postorder: BlockId[] = [];
  const stack: { readonly id: BlockId; readonly targets: readonly BlockId[]; at: number }[] = [];
  const enter = (id: BlockId): void => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    stack.push({ id, targets: next(id), at: 0 });
  };
  enter(entry);
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
