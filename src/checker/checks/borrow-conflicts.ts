import { Liveness, type LiveInterval } from "../dataflow/liveness.js";
import type { BlockId } from "../ir/block-id.js";
import type { Instruction, Move, Use } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { successors } from "../ir/terminal.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { borrowed, moved } from "../diagnostics/messages.js";
import { spanOf } from "../syntax/span.js";
import { type GraphIndex } from "../dataflow/graph-index.js";
import { firstBetween } from "../graph/sorted-search.js";
import { related, isWithin } from "../ir/move-path.js";
import type { TSESTree } from "@typescript-eslint/types";

interface Loan {
  readonly use: Use;
  readonly block: BlockId;
  readonly at: number;
}

/**
 * MC0505: a place is moved while a reference to it is still going to be used.
 *
 * A loan is in scope from where it is made for as long as some local that may hold it is live; which locals
 * may hold it does not depend on the point (as regions in NLL), where they are live does.
 *
 * Source: RFC 2094; `rustc_borrowck::dataflow::Borrows`.
 */
export function checkBorrowConflicts(index: GraphIndex): Diagnostic[] {
  const { loans, movedLocals, subsets } = collect(index);
  const liveness = new Map<Local, Liveness>();
  const livenessOf = (local: Local): Liveness => {
    let found = liveness.get(local);
    if (found === undefined) liveness.set(local, (found = new Liveness(index, local)));
    return found;
  };
  const reported = new Set<Instruction>();
  const diagnostics: Diagnostic[] = [];
  for (const loan of loans) {
    if (!movedLocals.has(loan.use.place.local) || loan.use.loanHolder === undefined) continue;
    const holders = possibleHolders(loan.use.loanHolder, subsets).map(livenessOf);
    for (const conflict of conflicts(index, loan, new LoanScope(holders))) {
      if (reported.has(conflict.move)) continue;
      reported.add(conflict.move);
      diagnostics.push(describe(loan, conflict.move, laterUse(index, holders, conflict)));
    }
  }
  return diagnostics;
}

function collect(index: GraphIndex): { loans: Loan[]; movedLocals: Set<Local>; subsets: Map<Local, Set<Local>> } {
  const loans: Loan[] = [];
  const movedLocals = new Set<Local>();
  const subsets = new Map<Local, Set<Local>>();
  for (const block of index.order) {
    index.block(block).instructions.forEach((instruction, at) => {
      if (instruction.kind === "use" && instruction.loanHolder !== undefined)
        loans.push({ use: instruction, block, at });
      else if (instruction.kind === "move") movedLocals.add(instruction.place.local);
      else if (instruction.kind === "subset" && instruction.from !== instruction.to) {
        let to = subsets.get(instruction.from);
        if (to === undefined) subsets.set(instruction.from, (to = new Set<Local>()));
        to.add(instruction.to);
      }
    });
  }
  return { loans, movedLocals, subsets };
}

function possibleHolders(from: Local, subsets: ReadonlyMap<Local, ReadonlySet<Local>>): Local[] {
  const found = new Set([from]);
  for (const local of found) for (const to of subsets.get(local) ?? []) found.add(to);
  return [...found];
}

interface Conflict {
  readonly move: Move;
  readonly block: BlockId;
  readonly at: number;
}

/** The moves that happen while the loan is in scope. */
function conflicts(index: GraphIndex, loan: Loan, scope: LoanScope): Conflict[] {
  const { place } = loan.use;
  const occurrences = index.occurrences(place.local);
  const found: Conflict[] = [];
  const seen = new Set<BlockId>();
  const stack: { readonly block: BlockId; readonly after: number }[] = [{ block: loan.block, after: loan.at }];
  for (let point = stack.pop(); point !== undefined; point = stack.pop()) {
    const { block } = point;
    const until = scope.until(block, point.after);
    let killed = false;
    for (const at of occurrences.get(block) ?? []) {
      if (at <= point.after || at > until) continue;
      const instruction = index.instruction(block, at);
      if (instruction?.kind === "move" && related(instruction.place, place))
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
    const run = index.unwindEdges[block];
    const unwinds = run !== undefined && firstBetween(run.at, point.after, until + 1) !== undefined ? [run.target] : [];
    for (const to of [...(until === Infinity ? successors(index.block(block).terminal) : []), ...unwinds]) {
      if (seen.has(to)) continue;
      seen.add(to);
      if (scope.until(to, -1) >= 0) stack.push({ block: to, after: -1 });
    }
  }
  return found;
}

/** Where any of the holders is live, block by block; one takes over from another. */
class LoanScope {
  readonly #intervals = new Map<BlockId, LiveInterval[]>();

  constructor(holders: readonly Liveness[]) {
    for (const holder of holders) {
      for (const block of holder.blocks()) {
        const intervals = this.#intervals.get(block);
        if (intervals === undefined) this.#intervals.set(block, [...holder.intervals(block)]);
        else intervals.push(...holder.intervals(block));
      }
    }
    for (const intervals of this.#intervals.values()) intervals.sort((a, b) => a.from - b.from);
  }

  /** How far the loan stays in scope from right after an instruction of a block. */
  until(block: BlockId, after: number): number {
    let until = after;
    for (const { from, to } of this.#intervals.get(block) ?? []) {
      if (from > until) break;
      if (to > until) until = to;
    }
    return until;
  }
}

/** The next use of a holder after the move, nearest first. */
function laterUse(index: GraphIndex, holders: readonly Liveness[], { block, at }: Conflict): TSESTree.Node | undefined {
  const seen = new Set<BlockId>();
  const queue: { readonly block: BlockId; readonly after: number }[] = [{ block, after: at }];
  for (const point of queue) {
    let last = point.block;
    for (let part: BlockId | undefined = last; part !== undefined; part = index.nextPart(part)) {
      last = part;
      const id = part;
      const uses = holders
        .map((holder) => holder.nextUse(id, id === point.block ? point.after : -1))
        .filter((use) => use !== undefined);
      if (uses.length > 0) return index.instruction(id, Math.min(...uses))?.node;
    }
    for (const to of successors(index.block(last).terminal)) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push({ block: to, after: -1 });
    }
  }
  return undefined;
}

function describe({ use }: Loan, move: Move, later: TSESTree.Node | undefined): Diagnostic {
  const place = move.place.text;
  const byClosure = use.how.kind === "capture";
  const notes: Related[] = [
    { span: spanOf(use.node), message: byClosure ? borrowed.byClosure(use.place.text) : borrowed.here(use.place.text) },
  ];
  if (use.how.kind === "capture") notes.push({ span: spanOf(use.how.use), message: moved.borrowInClosure });
  if (move.reason.kind === "capture") notes.push({ span: spanOf(move.reason.use), message: moved.useInClosure });
  if (later !== undefined)
    notes.push({ span: spanOf(later), message: later.type === "CallExpression" ? borrowed.laterCall : borrowed.later });
  return {
    code: "MC0505",
    severity: "error",
    message: borrowed.title(place),
    span: spanOf(move.node),
    label: borrowed.label(place),
    related: notes,
    help: borrowed.help,
  };
}
