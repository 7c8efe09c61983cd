import type { BlockId } from "../block-id.js";
import type { ControlFlowGraph } from "../control-flow-graph.js";
import type { Instruction, MoveReason } from "../instruction.js";
import type { Local } from "../local.js";
import type { MovePath } from "../move-path.js";
import type { Terminal } from "../terminal.js";
import { localNames, plainName, type LocalNames } from "./local-names.js";
import { blockTitle, shownBlocks } from "./shown-blocks.js";

/** Lines to print with a graph beside what is in it. */
export interface Annotations {
  /** What is known where a block begins: one fact a line. */
  readonly atEntry?: (block: BlockId) => readonly string[];
  /** What is known after an instruction of a block, by its number; text only. */
  readonly beside?: (block: BlockId, at: number) => string | undefined;
}

/** Longer lines than this are not lined up with, in characters. */
const MAX_ALIGNED = 52;

/**
 * Prints a graph as text, for tests and for reading: its locals, then one instruction a line, blocks as rustc's MIR.
 *
 * @param annotations what is known of a block, printed as comments at its beginning and beside its instructions
 *
 * @example
 * printText(graph);
 * // fn f
 * //   let token: Token (parameter)
 * //
 * // bb0:
 * //   storage-live token
 * //   token = owned (initial)
 * //   move token (argument of eat)
 * //   return
 */
export function printText(
  graph: ControlFlowGraph,
  { atEntry = () => [], beside = () => undefined }: Annotations = {},
): string {
  const names = localNames(graph);
  const lines = [`fn ${graph.name}`, ...graph.locals.map((local) => `  let ${printLocal(local, names)}`)];
  for (const shown of shownBlocks(graph)) {
    const { block } = shown;
    lines.push("", `${blockTitle(shown)}:`);
    for (const fact of atEntry(block.id)) lines.push(`  // ${fact}`);
    const instructions = block.instructions.map((instruction, at) => ({
      text: `  ${printInstruction(instruction, names)}`,
      known: beside(block.id, at),
    }));
    const width = Math.max(0, ...instructions.map(({ text }) => text.length).filter((each) => each <= MAX_ALIGNED));
    for (const { text, known } of instructions)
      lines.push(known === undefined ? text : `${text.padEnd(width)}  // ${known}`);
    lines.push(`  ${printTerminal(block.terminal)}`);
  }
  return lines.join("\n");
}

/** A local with its type, where it comes from, and why it does not own its value if it does not. */
function printLocal(local: Local, names: LocalNames): string {
  const { kind, facts, using, notOwned, fnOnce, capturedByReference } = local;
  const notes = [
    kind,
    ...(using ? ["using"] : []),
    ...(notOwned === undefined ? [] : [`not owned: ${notOwned}`]),
    ...(facts.ownership === "borrow" && notOwned === undefined ? ["holds references"] : []),
    ...(fnOnce ? ["called at most once"] : []),
    ...(capturedByReference ? ["captured by reference"] : []),
  ];
  return `${names(local)}: ${facts.name} (${notes.join(", ")})`;
}

/** A place as written, with its local's name in the graph: `pair.a`, `_3[0]`. */
export function printPlace(path: MovePath, names: LocalNames = plainName): string {
  return names(path.local) + path.text.slice(path.local.name.length);
}

/** One instruction on one line. */
export function printInstruction(instruction: Instruction, names: LocalNames = plainName): string {
  const place = (path: MovePath): string => printPlace(path, names);
  switch (instruction.kind) {
    case "storage-live":
    case "storage-dead":
      return `${instruction.kind} ${names(instruction.local)}`;
    case "assign":
      return `${place(instruction.place)} = ${instruction.value}${instruction.initial ? " (initial)" : ""}`;
    case "insert":
    case "assume-empty":
      return `${instruction.kind} ${place(instruction.place)}`;
    case "move":
      return `move ${place(instruction.place)} (${printReason(instruction.reason)})`;
    case "use": {
      const { how, loanHolder } = instruction;
      return `${how.kind} ${place(instruction.place)}${loanHolder === undefined ? "" : ` -> ${names(loanHolder)}`}`;
    }
    case "subset":
      return `subset ${names(instruction.from)} -> ${names(instruction.to)}`;
    case "report":
      return `report ${instruction.error.code}`;
    case "acquire":
      return `${printPlace(instruction.place)} = acquire r${instruction.resource.id} (${instruction.resource.facts.name})`;
    case "alias":
      return `alias ${printPlace(instruction.to)} = ${printPlace(instruction.from)}`;
    case "release":
    case "escape":
    case "operate":
      return `${instruction.kind} ${printPlace(instruction.place)} (${typeof instruction.how === "string" ? instruction.how : instruction.how.kind})`;
    case "drop":
    case "forget":
    case "assume-absent":
      return `${instruction.kind} ${printPlace(instruction.place)}`;
    case "assume":
      return `assume ${instruction.holds ? "" : "not "}${instruction.condition.key}`;
    case "havoc":
      return `havoc ${instruction.variable}`;
    case "maybe-throw":
      return `maybe-throw (${instruction.by}) -> unwind bb${instruction.unwind}`;
  }
}

function printReason(reason: MoveReason): string {
  return "callee" in reason ? `${reason.kind} of ${reason.callee}` : reason.kind;
}

/** A block's end on one line. */
export function printTerminal(terminal: Terminal): string {
  switch (terminal.kind) {
    case "goto":
      return `goto bb${terminal.target}${terminal.isBackEdge ? " (back edge)" : ""}`;
    case "branch":
      return `branch true: bb${terminal.whenTrue}, false: bb${terminal.whenFalse}`;
    case "return":
    case "resume":
    case "unreachable":
      return terminal.kind;
  }
}
