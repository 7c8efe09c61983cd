import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../ir/block-id.js";
import type { Block } from "../ir/block.js";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Instruction } from "../ir/instruction.js";
import { successors } from "../ir/terminal.js";
import { reversePostorder } from "./reverse-postorder.js";

/** The exceptional edge of a block: all of its `maybe-throw` instructions unwind to the same block. */
export interface UnwindEdge {
  /** Instruction numbers, ascending. */
  readonly at: readonly number[];
  readonly target: BlockId;
}

/** An instruction of a part of a block. */
interface Point {
  readonly part: BlockId;
  readonly at: number;
}

/** A block among the parts of a block of the graph. */
interface Part {
  readonly parts: readonly BlockId[];
  readonly number: number;
}

/** An edge into a block. */
export interface IncomingEdge {
  readonly from: BlockId;
  /** A back (retreating) edge: it leads to a block that does not come later in reverse postorder, so it closes a loop. */
  readonly isBackEdge: boolean;
  /** For the exceptional edge of `from`; `undefined` for an edge of its terminal. */
  readonly unwind: UnwindEdge | undefined;
}

/**
 * The edges of a graph in both directions, and its blocks in reverse postorder; one pass over what can be reached.
 *
 * A block whose `maybe-throw` instructions unwind to several blocks is divided into parts, so that each has one exceptional
 * edge at most. The first part keeps the number of the block; the others are numbered after the blocks of the graph.
 *
 * ```text
 *   bb1: call -> unwind bb7      bb1: call -> unwind bb7
 *        move x                       move x
 *        call -> unwind bb9  =>       goto bb12
 *        return                  bb12: call -> unwind bb9
 *                                      return
 * ```
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
    this.order = reversePostorder(blocks.length, graph.entry, (id) => this.successors(id));
    this.rpoIndex = new Int32Array(this.#blocks.length).fill(-1);
    const incoming: IncomingEdge[][] = this.#blocks.map(() => []);
    this.order.forEach((id, position) => {
      this.rpoIndex[id] = position;
      // What has a position already was visited before: the edge closes a loop.
      const isBackEdge = (to: BlockId): boolean => (this.rpoIndex[to] ?? -1) >= 0;
      for (const to of this.normalSuccessors(id))
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

  /** Where an instruction of a block of the graph is: in one of the block's parts. */
  pointIn(whole: BlockId, number: number): { readonly block: BlockId; readonly at: number } {
    let at = number;
    let block = whole;
    for (const part of this.partsOf(whole)) {
      block = part;
      const { length } = this.block(part).instructions;
      if (at < length) break;
      at -= length;
    }
    return { block, at };
  }

  /** The block of the graph that a block is a part of, which is its first part, too. */
  wholeOf(id: BlockId): BlockId {
    return this.#wholes[id]?.parts[0] ?? id;
  }

  /** How many blocks there are, reachable or not. */
  get size(): number {
    return this.#blocks.length;
  }

  /** The blocks that a block may go to, its exceptional edge first: so handlers come late in reverse postorder. */
  successors(id: BlockId): readonly BlockId[] {
    const normal = this.normalSuccessors(id);
    const unwind = this.unwindEdges[id];
    return unwind === undefined ? normal : [unwind.target, ...normal];
  }

  /** The blocks that a block may go to without an exception. */
  normalSuccessors(id: BlockId): readonly BlockId[] {
    return successors(this.block(id).terminal);
  }

  /** Blocks in reverse postorder, without those that can't be reached. */
  inReversePostorder(blocks: Iterable<BlockId>): BlockId[] {
    const position = (id: BlockId): number => this.rpoIndex[id] ?? -1;
    return [...blocks].filter((id) => position(id) >= 0).sort((a, b) => position(a) - position(b));
  }

  /** The statement by which a block jumps, if one does. */
  jumpOf(id: BlockId): TSESTree.Node | undefined {
    const { terminal } = this.block(id);
    return terminal.kind === "goto" ? terminal.node : undefined;
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

/** Cuts each block before a `maybe-throw` that unwinds to another block than those before it. */
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
