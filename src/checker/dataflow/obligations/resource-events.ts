import type { BlockId } from "../../ir/block-id.js";
import type { Instruction } from "../../ir/instruction.js";
import type { Resource } from "../../ir/resource.js";
import type { ControlFlow } from "../../graph/control-flow.js";

/** The resources of a graph, and the instructions of each block that say something about any of them. */
export class ResourceEvents {
  /** In the order in which they are acquired. */
  readonly resources: readonly Resource[];
  readonly #events = new Map<BlockId, readonly number[]>();

  constructor(readonly controlFlow: ControlFlow) {
    const resources = new Set<Resource>();
    for (const block of controlFlow.order)
      for (const instruction of controlFlow.block(block).instructions)
        if (instruction.kind === "acquire") resources.add(instruction.resource);
    this.resources = [...resources].sort((a, b) => a.id - b.id);
    if (resources.size === 0) return;
    for (const block of controlFlow.order)
      this.#events.set(
        block,
        controlFlow.block(block).instructions.flatMap((instruction, at) => (isAboutResources(instruction) ? [at] : [])),
      );
  }

  /** Instruction numbers, ascending: those about resources, and those that may throw. */
  in(block: BlockId): readonly number[] {
    return this.#events.get(block) ?? [];
  }
}

function isAboutResources({ kind }: Instruction): boolean {
  switch (kind) {
    case "acquire":
    case "alias":
    case "forget":
    case "assume-absent":
    case "release":
    case "escape":
    case "operate":
    case "drop":
    case "assume":
    case "havoc":
    case "maybe-throw":
      return true;
    default:
      return false;
  }
}
