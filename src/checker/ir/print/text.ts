import type { ControlFlowGraph } from "../control-flow-graph.js";
import type { Instruction } from "../instruction.js";
import type { Local } from "../local.js";
import type { MovePath } from "../move-path.js";
import type { Terminal } from "../terminal.js";

/**
 * Prints a graph as text, for tests and for reading: one instruction a line, blocks as rustc's MIR.
 *
 * @example
 * printText(graph);
 * // fn f
 * // bb0:
 * //   storage-live _0 (fd)
 * //   ...
 * //   return
 */
export function printText(graph: ControlFlowGraph): string {
  const lines = [`fn ${graph.name}`];
  for (const block of graph.blocks) {
    lines.push(`bb${block.id}${block.cleanup ? " (cleanup)" : ""}:`);
    for (const instruction of block.instructions) lines.push(`  ${printInstruction(instruction)}`);
    lines.push(`  ${printTerminal(block.terminal)}`);
  }
  return lines.join("\n");
}

function printLocal(local: Local): string {
  return local.kind === "temporary" ? `_${local.id}` : `_${local.id} (${local.name})`;
}

function printPlace(path: MovePath): string {
  return path.local.kind === "temporary" ? `_${path.local.id}${path.text.slice(path.local.name.length)}` : path.text;
}

/** One instruction on one line. */
export function printInstruction(instruction: Instruction): string {
  switch (instruction.kind) {
    case "storage-live":
    case "storage-dead":
      return `${instruction.kind} ${printLocal(instruction.local)}`;
    case "assign":
      return `${printPlace(instruction.place)} = ${instruction.value}${instruction.initial ? " (initial)" : ""}`;
    case "insert":
    case "assume-empty":
      return `${instruction.kind} ${printPlace(instruction.place)}`;
    case "move":
      return `move ${printPlace(instruction.place)} (${instruction.reason.kind})`;
    case "use":
      return `${instruction.how.kind} ${printPlace(instruction.place)}${instruction.loanHolder ? ` -> ${printLocal(instruction.loanHolder)}` : ""}`;
    case "subset":
      return `subset ${printLocal(instruction.from)} -> ${printLocal(instruction.to)}`;
    case "report":
      return `report ${instruction.error.code}`;
    case "maybe-throw":
      return `${instruction.by} -> unwind bb${instruction.unwind}`;
  }
}

/** A block's end on one line. */
export function printTerminal(terminal: Terminal): string {
  switch (terminal.kind) {
    case "goto":
      return `${terminal.isBackEdge ? "back" : "goto"} bb${terminal.target}`;
    case "branch":
      return `branch true: bb${terminal.whenTrue}, false: bb${terminal.whenFalse}`;
    case "return":
    case "resume":
    case "unreachable":
      return terminal.kind;
  }
}
