import type { ControlFlowGraph } from "../control-flow-graph.js";
import { printInstruction } from "./text.js";

/** Prints a graph as a mermaid flowchart; exceptional edges are dotted. */
export function printMermaid(graph: ControlFlowGraph): string {
  const lines = ["flowchart TD"];
  for (const block of graph.blocks) {
    const text = [`bb${block.id}`, ...block.instructions.map(printInstruction)].join("<br>");
    lines.push(`  bb${block.id}["${text.replaceAll('"', "#quot;")}"]`);
    for (const unwind of new Set(block.instructions.flatMap((i) => (i.kind === "maybe-throw" ? [i.unwind] : [])))) {
      lines.push(`  bb${block.id} -.-> bb${unwind}`);
    }
    const { terminal } = block;
    switch (terminal.kind) {
      case "goto":
        lines.push(`  bb${block.id} ${terminal.isBackEdge ? "-- back -->" : "-->"} bb${terminal.target}`);
        break;
      case "branch":
        lines.push(
          `  bb${block.id} -- true --> bb${terminal.whenTrue}`,
          `  bb${block.id} -- false --> bb${terminal.whenFalse}`,
        );
        break;
      case "return":
      case "resume":
      case "unreachable":
        lines.push(`  bb${block.id} --> ${terminal.kind}${block.id}([${terminal.kind}])`);
    }
  }
  return lines.join("\n");
}
