import type { LocalOwnership } from "../dataflow/ownership/local-ownership.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hasBit } from "../graph/bits.js";
import { describeError } from "./lowering-errors.js";

/**
 * MC0507: a variable is moved out of where it may hold a value that is only lent.
 *
 * A variable that is written once is known to be lent when it is declared; this is for the others.
 *
 * @example
 * // let c;                       maybe lent
 * // if (fresh) c = open();       {}
 * // else c = this.#c;            {c}
 * // eat(c);                      {c}: MC0507
 *
 * Source: `rustc_borrowck::MirBorrowckCtxt::report` for a move out of a borrow; in Rust the two would have different types.
 */
export function checkMoveOfLent(ownership: LocalOwnership): Diagnostic[] {
  const { flow, local } = ownership;
  const found: Diagnostic[] = [];
  for (const block of flow.occurrences.of(local).keys()) {
    ownership.walk(block, {
      before: (instruction, { maybeLent }) => {
        if (instruction.kind !== "move" || !hasBit(maybeLent, instruction.place.index)) return;
        const { place, node } = instruction;
        found.push(describeError({ node, error: { code: "MC0507", place: place.text, notOwned: "borrowed", local } }));
      },
    });
  }
  return found;
}
