import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { InvalidatedLoan, Loan } from "../dataflow/loans/loans.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { borrowed, moved } from "../diagnostics/messages.js";
import type { ControlFlow } from "../graph/control-flow.js";
import type { BlockId } from "../ir/block-id.js";
import type { Instruction, Move } from "../ir/instruction.js";
import { spanOf } from "../syntax/span.js";
import type { TSESTree } from "@typescript-eslint/types";

/**
 * MC0505: reports every move out of a place while a reference to it, to a part of it, or to what it is part of may still be
 * used. Once per move.
 *
 * ```text
 *   const r = same(t);
 *   eat(t);        MC0505: cannot move out of `t` because it is borrowed
 *   look(r);       borrow later used here
 * ```
 *
 * Source: `rustc_borrowck`, `report_move_out_while_borrowed`.
 */
export function checkBorrowConflicts(analysis: FunctionAnalysis): Diagnostic[] {
  // Most functions lend nothing, and need no control flow for that.
  if (!analysis.graph.blocks.some(({ instructions }) => instructions.some(isLoan))) return [];
  const reported = new Set<Move>();
  const diagnostics: Diagnostic[] = [];
  for (const invalidated of analysis.loans.invalidated()) {
    const { loan, move } = invalidated;
    if (reported.has(move)) continue;
    reported.add(move);
    diagnostics.push(describe(loan, move, laterUse(analysis.controlFlow, invalidated)));
  }
  return diagnostics;
}

function isLoan(instruction: Instruction): boolean {
  return instruction.kind === "use" && instruction.loanHolder !== undefined;
}

/** The next use of a holder after the move, nearest first. */
function laterUse(controlFlow: ControlFlow, { holders, block, at }: InvalidatedLoan): TSESTree.Node | undefined {
  const seen = new Set<BlockId>();
  const queue: { readonly block: BlockId; readonly after: number }[] = [{ block, after: at }];
  for (const point of queue) {
    let last = point.block;
    for (let part: BlockId | undefined = last; part !== undefined; part = controlFlow.nextPart(part)) {
      last = part;
      const after = part === point.block ? point.after : -1;
      const uses = holders.flatMap((holder) => holder.nextUse(last, after) ?? []);
      if (uses.length > 0) return controlFlow.instruction(part, Math.min(...uses))?.node;
    }
    for (const to of controlFlow.normalSuccessors(last)) {
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
