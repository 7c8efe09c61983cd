import { getOrInsert } from "../../collections/get-or-insert.js";
import { firstBetween } from "../../collections/sorted-search.js";
import type { ControlFlow } from "../../graph/control-flow.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Move, Use } from "../../ir/instruction.js";
import type { Local } from "../../ir/local.js";
import { areRelated, isWithin } from "../../ir/move-path.js";
import { Liveness } from "./liveness.js";
import { LoanScope } from "./loan-scope.js";
import type { OccurrenceMap } from "../occurrences.js";

/** A reference made by a use of a place; its holder keeps it. */
export interface Loan {
  readonly use: Use;
  readonly block: BlockId;
  readonly at: number;
}

/** A move of a place while a loan of it, of a part of it, or of what it is part of is in scope. */
export interface InvalidatedLoan {
  readonly loan: Loan;
  readonly move: Move;
  readonly block: BlockId;
  readonly at: number;
  /** The liveness of the locals that may hold the loan. */
  readonly holders: readonly Liveness[];
}

/**
 * The loans of a function, and the moves that invalidate them.
 *
 * A loan is in scope from where it is made for as long as a local that may hold it is live. Which locals may hold it does not
 * depend on the point (subset constraints, as in NLL); where they are live does.
 *
 * ```text
 *   r = borrow t        loan L of t, held by r
 *   subset r -> s       s may hold L, too
 *   move t              L is in scope: s is used below. MC0505
 *   look at s
 * ```
 *
 * Convergence: the locals that may hold a loan, and the blocks of its scope, are only added to.
 *
 * Source: RFC 2094 (non-lexical lifetimes); `rustc_borrowck::dataflow::Borrows`.
 */
export class Loans {
  readonly #loans: Loan[] = [];
  readonly #moved = new Set<Local>();
  readonly #subsets = new Map<Local, Set<Local>>();
  readonly #liveness = new Map<Local, Liveness>();

  constructor(
    readonly controlFlow: ControlFlow,
    readonly occurrences: OccurrenceMap,
  ) {
    for (const block of controlFlow.order) {
      controlFlow.block(block).instructions.forEach((instruction, at) => {
        if (instruction.kind === "use" && instruction.loanHolder !== undefined)
          this.#loans.push({ use: instruction, block, at });
        else if (instruction.kind === "move") this.#moved.add(instruction.place.local);
        else if (instruction.kind === "subset" && instruction.from !== instruction.to)
          getOrInsert(this.#subsets, instruction.from, () => new Set<Local>()).add(instruction.to);
      });
    }
  }

  /** Where the value of a local may still be used. */
  liveness(local: Local): Liveness {
    return getOrInsert(this.#liveness, local, () => new Liveness(this.controlFlow, this.occurrences, local));
  }

  /** The moves that happen while a loan is in scope, in the order of the loans. */
  *invalidated(): Iterable<InvalidatedLoan> {
    for (const loan of this.#loans) {
      const holder = loan.use.loanHolder;
      if (holder === undefined || !this.#moved.has(loan.use.place.local)) continue;
      const holders = [...this.#possibleHolders(holder)].map((local) => this.liveness(local));
      for (const move of this.#movesWhileInScope(loan, new LoanScope(holders))) yield { loan, holders, ...move };
    }
  }

  /** The locals that a loan may get to, by the subset constraints. */
  #possibleHolders(holder: Local): ReadonlySet<Local> {
    const found = new Set([holder]);
    for (const local of found) for (const to of this.#subsets.get(local) ?? []) found.add(to);
    return found;
  }

  #movesWhileInScope(loan: Loan, scope: LoanScope): Pick<InvalidatedLoan, "move" | "block" | "at">[] {
    const { controlFlow, occurrences } = this;
    const { place } = loan.use;
    const found: Pick<InvalidatedLoan, "move" | "block" | "at">[] = [];
    const seen = new Set<BlockId>();
    const stack: { readonly block: BlockId; readonly after: number }[] = [{ block: loan.block, after: loan.at }];
    for (let point = stack.pop(); point !== undefined; point = stack.pop()) {
      const { block } = point;
      const until = scope.until(block, point.after);
      let killed = false;
      for (const at of occurrences.in(block, place.local)) {
        if (at <= point.after || at > until) continue;
        const instruction = controlFlow.instruction(block, at);
        if (instruction?.kind === "move" && areRelated(instruction.place, place))
          found.push({ move: instruction, block, at });
        // A new value in the place, or a new place: the loan was of the old one.
        if (
          instruction?.kind === "storage-live" ||
          (instruction?.kind === "assign" && isWithin(place, instruction.place))
        ) {
          killed = true;
          break;
        }
      }
      if (killed) continue;
      const unwind = controlFlow.unwindEdges[block];
      const unwinds =
        unwind !== undefined && firstBetween(unwind.at, point.after, until + 1) !== undefined ? [unwind.target] : [];
      for (const to of [...(until === Infinity ? controlFlow.normalSuccessors(block) : []), ...unwinds]) {
        if (seen.has(to)) continue;
        seen.add(to);
        if (scope.until(to, -1) >= 0) stack.push({ block: to, after: -1 });
      }
    }
    return found;
  }
}
