import { getOrInsert } from "../collections/get-or-insert.js";
import type { ControlFlow } from "../graph/control-flow.js";
import type { BlockId } from "../ir/block-id.js";
import type { Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";

/** Where a local occurs: instruction numbers by block, ascending; blocks in reverse postorder. */
export type Occurrences = ReadonlyMap<BlockId, readonly number[]>;

const NONE: Occurrences = new Map();

/**
 * The def-use map of a function: for each local the instructions that mention it, in blocks that can be reached.
 *
 * Source: rustc's `LocalUseMap` (`rustc_borrowck::type_check::liveness::local_use_map`).
 */
export class OccurrenceMap {
  readonly #byLocal = new Map<Local, Map<BlockId, number[]>>();

  constructor(readonly controlFlow: ControlFlow) {
    for (const id of controlFlow.order) {
      controlFlow.block(id).instructions.forEach((instruction, at) => {
        const local = mentionedBy(instruction);
        if (local === undefined) return;
        const blocks = getOrInsert(this.#byLocal, local, () => new Map<BlockId, number[]>());
        getOrInsert(blocks, id, () => []).push(at);
      });
    }
  }

  /** The occurrences of a local. */
  of(local: Local): Occurrences {
    return this.#byLocal.get(local) ?? NONE;
  }

  /** The numbers of the instructions of one block that mention a local, ascending. */
  in(block: BlockId, local: Local): readonly number[] {
    return this.of(local).get(block) ?? [];
  }

  /** The instructions that mention a local, in reverse postorder of their blocks. */
  instructions(local: Local): Instruction[] {
    return [...this.of(local)].flatMap(([block, numbers]) =>
      numbers.flatMap((at) => this.controlFlow.instruction(block, at) ?? []),
    );
  }
}

function mentionedBy(instruction: Instruction): Local | undefined {
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
    default:
      return undefined;
  }
}
