import type { Block } from "../ir/block.js";
import type { BlockId } from "../ir/block-id.js";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import type { MovePath } from "../ir/move-path.js";
import { printInstruction, printTerminal } from "../ir/print/text.js";
import { successors, UNTERMINATED } from "../ir/terminal.js";
import { dominatorTree, type DominatorTree } from "./dominators.js";

/**
 * Asserts what every later pass takes for granted of a lowered function.
 *
 * - Blocks and locals are numbered by position, paths by their position in their local, and every instruction is about
 *   locals and paths of this graph.
 * - Every block that can be reached was ended, every target exists, and each call that may throw unwinds to one block
 *   that is not the one it stands in.
 * - A function returns from one block, where no exception is on its way, and resumes an exception from one, where one is.
 *   What only cleans up on the way of an exception (`cleanup`) is not entered by a condition.
 * - On every way to a mention of a local, its storage is live; captured variables and `var` are live from the start.
 * - The target of a back edge dominates where it comes from.
 * - Every instruction points at code of the function.
 *
 * Not of code that runs before its declaration, which throws: a mention there has no live storage.
 *
 * Source: `rustc_mir_transform::validate`, `rustc_mir_dataflow::impls::MaybeStorageLive`.
 *
 * @throws {Error} with every violation, each with its block and instruction as {@link printInstruction} has it
 *
 * @example
 * const graph = lowerBody(context, body);
 * assertWellFormed(graph);
 */
export function assertWellFormed(graph: ControlFlowGraph): void {
  const problems = [...numbering(graph), ...targets(graph)];
  // The rest follows the edges.
  if (problems.length === 0) {
    const edges = reachableEdges(graph);
    const dominators = dominatorTree(graph.blocks.length, graph.entry, edges.next, edges.before);
    problems.push(
      ...ends(graph, edges),
      ...cleanup(graph, edges),
      ...backEdges(graph, dominators),
      ...storage(graph, edges),
      ...spans(graph),
    );
  }
  if (problems.length > 0)
    throw new Error(`the graph of ${graph.name} is not well formed:\n  ${problems.join("\n  ")}`);
}

/** The edges between blocks that can be reached, exceptional ones included. */
interface Edges {
  readonly reachable: readonly BlockId[];
  readonly next: (block: BlockId) => readonly BlockId[];
  readonly before: (block: BlockId) => readonly BlockId[];
}

const at = (block: Block, instruction?: Instruction): string =>
  `bb${block.id}: ${instruction === undefined ? printTerminal(block.terminal) : printInstruction(instruction)}`;

function* numbering({ blocks, locals }: ControlFlowGraph): Generator<string> {
  for (const [index, { id }] of blocks.entries()) if (id !== index) yield `block ${index} is numbered ${id}`;
  for (const [index, local] of locals.entries()) {
    if (local.id !== index) yield `local ${index} is numbered ${local.id}`;
    yield* paths(local);
  }
  for (const block of blocks)
    for (const instruction of block.instructions)
      for (const mentioned of mentions(instruction)) {
        const local = "paths" in mentioned ? mentioned : mentioned.local;
        if (locals[local.id] !== local) yield `${at(block, instruction)}: the local is not of this graph`;
        if (!("paths" in mentioned) && local.paths[mentioned.index] !== mentioned)
          yield `${at(block, instruction)}: the path is not of its local`;
      }
}

function* paths({ id, root, paths: all }: Local): Generator<string> {
  if (all[0] !== root || root.parent !== undefined) yield `_${id}: its first path is not its root`;
  for (const [index, path] of all.entries()) {
    if (path.index !== index || path.local.id !== id) yield `_${id}: the path ${path.text} is registered wrongly`;
    if (path.parent === undefined ? path !== root : !path.parent.children.includes(path))
      yield `_${id}: the path ${path.text} is not among its parent's`;
    if (new Set(path.children.map(({ name }) => name)).size < path.children.length)
      yield `_${id}: ${path.text} has two paths for one field`;
  }
}

function* targets({ blocks, entry }: ControlFlowGraph): Generator<string> {
  if (blocks[entry] === undefined) yield `there is no entry bb${entry}`;
  for (const block of blocks) {
    for (const to of successors(block.terminal))
      if (blocks[to] === undefined) yield `${at(block)}: there is no bb${to}`;
    for (const instruction of block.instructions) {
      if (instruction.kind !== "maybe-throw") continue;
      if (blocks[instruction.unwind] === undefined) yield `${at(block, instruction)}: there is no such block`;
      if (instruction.unwind === block.id) yield `${at(block, instruction)}: it unwinds to its own block`;
    }
  }
}

function* ends({ blocks }: ControlFlowGraph, { reachable }: Edges): Generator<string> {
  for (const id of reachable) {
    const block = blocks[id];
    if (block?.terminal === UNTERMINATED) yield `bb${id} can be reached and was never ended`;
  }
  for (const kind of ["return", "resume"] as const) {
    const exits = blocks.filter(({ terminal }) => terminal.kind === kind);
    if (exits.length !== 1) yield `there are ${exits.length} blocks that ${kind}`;
    for (const block of exits)
      if (block.cleanup !== (kind === "resume"))
        yield `${at(block)}: ${block.cleanup ? "while an exception is on its way" : "without an exception on its way"}`;
  }
}

function* cleanup({ blocks }: ControlFlowGraph, { reachable }: Edges): Generator<string> {
  for (const id of reachable) {
    const block = blocks[id];
    if (block?.terminal.kind !== "branch") continue;
    for (const to of successors(block.terminal))
      if (blocks[to]?.cleanup === true) yield `${at(block)}: a condition leads to bb${to}, which cleans up`;
  }
}

function* backEdges({ blocks }: ControlFlowGraph, { position, subtreeEnd }: DominatorTree): Generator<string> {
  for (const block of blocks) {
    const { terminal } = block;
    const from = position[block.id] ?? -1;
    if (from < 0 || terminal.kind !== "goto" || !terminal.isBackEdge) continue;
    if (from < (position[terminal.target] ?? -1) || from >= (subtreeEnd[terminal.target] ?? -1))
      yield `${at(block)}: the target does not dominate the block`;
  }
}

/** Forward, over all ways: storage that is live on every way to a point. */
function* storage({ blocks, locals, entry }: ControlFlowGraph, edges: Edges): Generator<string> {
  const declared = new Set(
    blocks.flatMap(({ instructions }) =>
      instructions.flatMap((instruction) => (instruction.kind === "storage-live" ? [instruction.local] : [])),
    ),
  );
  const live = new Map<BlockId, ReadonlySet<Local>>([[entry, new Set(locals.filter((local) => !declared.has(local)))]]);
  const propagate = (to: BlockId, state: ReadonlySet<Local>): void => {
    const known = live.get(to);
    const both = known === undefined ? new Set(state) : new Set([...known].filter((local) => state.has(local)));
    if (known?.size === both.size) return;
    live.set(to, both);
    pending.add(to);
  };
  const walk = (block: Block, missing: (instruction: Instruction, local: Local) => void): ReadonlySet<Local> => {
    const state = new Set(live.get(block.id));
    for (const instruction of block.instructions) {
      if (instruction.kind === "storage-live") state.add(instruction.local);
      else if (instruction.kind === "storage-dead") state.delete(instruction.local);
      else if (instruction.kind === "maybe-throw") propagate(instruction.unwind, state);
      else for (const local of localsOf(instruction)) if (!state.has(local)) missing(instruction, local);
    }
    return state;
  };
  const pending = new Set([entry]);
  for (const id of pending) {
    pending.delete(id);
    const block = blocks[id];
    if (block === undefined) continue;
    const state = walk(block, () => undefined);
    for (const to of successors(block.terminal)) propagate(to, state);
  }
  for (const id of edges.reachable) {
    const block = blocks[id];
    const found: string[] = [];
    if (block !== undefined)
      walk(block, (instruction, local) => {
        found.push(`${at(block, instruction)}: the storage of _${local.id} (${local.name}) may not be live`);
      });
    yield* found;
  }
}

function* spans({ node, blocks }: ControlFlowGraph): Generator<string> {
  const [start, end] = node.range;
  for (const block of blocks)
    for (const instruction of block.instructions) {
      const { range } = instruction.node;
      if (range[0] < start || end < range[1] || range[1] < range[0])
        yield `${at(block, instruction)}: it points outside of the function`;
    }
}

function mentions(instruction: Instruction): readonly (MovePath | Local)[] {
  switch (instruction.kind) {
    case "storage-live":
    case "storage-dead":
      return [instruction.local];
    case "use":
      return instruction.loanHolder === undefined ? [instruction.place] : [instruction.place, instruction.loanHolder];
    case "assign":
    case "insert":
    case "move":
    case "assume-empty":
      return [instruction.place];
    case "subset":
      return [instruction.from, instruction.to];
    // Names of resources are no storage: they are followed by what is written to them.
    default:
      return [];
  }
}

/** The locals whose storage an instruction reads or writes; a constraint between two is about no point. */
function localsOf(instruction: Instruction): readonly Local[] {
  if (instruction.kind === "subset") return [];
  return mentions(instruction).map((mentioned) => ("paths" in mentioned ? mentioned : mentioned.local));
}

function reachableEdges({ blocks, entry }: ControlFlowGraph): Edges {
  const next = blocks.map(({ instructions, terminal }) => [
    ...new Set([
      ...instructions.flatMap((instruction) => (instruction.kind === "maybe-throw" ? [instruction.unwind] : [])),
      ...successors(terminal),
    ]),
  ]);
  const reachable = new Set([entry]);
  // What is added is walked, too.
  for (const id of reachable) for (const to of next[id] ?? []) reachable.add(to);
  const before: BlockId[][] = blocks.map(() => []);
  for (const from of reachable) for (const to of next[from] ?? []) before[to]?.push(from);
  return { reachable: [...reachable], next: (id) => next[id] ?? [], before: (id) => before[id] ?? [] };
}
