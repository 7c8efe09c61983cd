import type { ControlFlowGraph } from "../control-flow-graph.js";
import { localNames } from "./local-names.js";
import { blockTitle, shownBlocks } from "./shown-blocks.js";
import { printInstruction, type Annotations } from "./text.js";

/**
 * Prints a graph as a mermaid flowchart: a box for each block, exceptional edges dotted.
 *
 * @param annotations what is known of a block, printed in its box before its instructions
 *
 * @example
 * printMermaid(graph);
 * // flowchart TD
 * //   bb0["bb0<br>storage-live token<br>..."]
 * //   bb0 -- true --> bb1
 */
export function printMermaid(graph: ControlFlowGraph, { atEntry = () => [] }: Annotations = {}): string {
  const names = localNames(graph);
  const lines = ["flowchart TD"];
  for (const shown of shownBlocks(graph)) {
    const { block } = shown;
    const text = [
      blockTitle(shown),
      ...atEntry(block.id).map((fact) => `// ${fact}`),
      ...block.instructions.map((instruction) => printInstruction(instruction, names)),
    ].map(escape);
    lines.push(`  bb${block.id}["${text.join("<br>")}"]`);
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

/** What a quoted label takes for markup or its own end. */
function escape(text: string): string {
  return text.replaceAll("#", "#35;").replaceAll('"', "#quot;").replaceAll("<", "#lt;").replaceAll(">", "#gt;");
}
