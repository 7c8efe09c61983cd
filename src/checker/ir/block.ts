import type { BlockId } from "./block-id.js";
import type { Instruction } from "./instruction.js";
import type { Terminal } from "./terminal.js";

/** Instructions that run one after the other; a `maybe-throw` may leave from the middle. */
export interface Block {
  readonly id: BlockId;
  readonly instructions: Instruction[];
  terminal: Terminal;
  /** Runs only while an exception is on its way (clean-up before a handler, `finally` entered by a throw). */
  readonly cleanup: boolean;
}
