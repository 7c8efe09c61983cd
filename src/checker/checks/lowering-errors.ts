import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { LoweringError, IllegalMove } from "../ir/lowering-error.js";
import type { ReportError } from "../ir/instruction.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { borrowed, illegal, leaked, other } from "../diagnostics/messages.js";
import { nameSpan, spanOf } from "../syntax/span.js";

/** Reports what the lowering found by itself, where it can be reached: MC0507, 0508, 0509, 0525, 0277, 0521, 1002 and 1003. */
export function reportLoweringErrors(analysis: FunctionAnalysis): Diagnostic[] {
  // Most functions have none, and need no control flow for that.
  if (!analysis.graph.blocks.some(({ instructions }) => instructions.some(({ kind }) => kind === "report"))) return [];
  return analysis.controlFlow.order.flatMap((block) =>
    analysis.controlFlow
      .block(block)
      .instructions.flatMap((instruction) => (instruction.kind === "report" ? [describeError(instruction)] : [])),
  );
}

type Words = Pick<Diagnostic, "message" | "label" | "related" | "help">;

/** An error at its node. */
export function describeError({ error, node }: Pick<ReportError, "error" | "node">): Diagnostic {
  return { code: error.code, severity: "error", span: spanOf(node), ...words(error) };
}

function words(finding: LoweringError): Words {
  switch (finding.code) {
    case "MC0507":
    case "MC0508":
    case "MC0509":
      return illegalWords(finding);
    case "MC0525":
      return {
        message: finding.callee === undefined ? other.onceOnlySlot : other.onceOnly(finding.callee),
        label: other.onceOnlyLabel,
        related: [{ span: spanOf(finding.use), message: other.onceOnlyUse(finding.captured) }],
        help: finding.callee === undefined ? other.onceOnlySlotHelp : other.onceOnlyHelp,
      };
    case "MC0505":
      return {
        message: borrowed.returned(finding.place),
        label: borrowed.returnedHere,
        related: [{ span: nameSpan(finding.local.node), message: borrowed.using }],
        help: borrowed.helpReturned,
      };
    case "MC1001":
      return leakWords(finding);
    case "MC1002":
      return { message: other.hidden(finding.callee), related: [], help: other.hiddenHelp };
    case "MC1003":
      return { message: erased(finding), related: [], help: other.erasedHelp };
    case "MC0277": {
      const { obstacle } = finding;
      const path = [finding.place, ...obstacle.path].join(".");
      return {
        message: other.notSend(finding.place, finding.type),
        label: other.notSendWhy(path, obstacle.type, obstacle.why),
        related: [],
        help: obstacle.help ?? other.notSendHelp,
      };
    }
    case "MC0521":
      return escapeWords(finding);
  }
}

function leakWords(finding: Extract<LoweringError, { code: "MC1001" }>): Words {
  const { place } = finding;
  switch (finding.how) {
    case "overwritten":
      return {
        message: leaked.overwritten(place),
        label: leaked.atOverwrite,
        related: [],
        help: leaked.helpField(place),
      };
    case "forgotten":
      return {
        message: leaked.forgotten(place, finding.fields),
        label: leaked.forgottenLabel,
        related: [],
        help: leaked.helpForgotten(finding.fields),
      };
    case "borrowing callback":
      return { message: leaked.borrowingCallback(place), related: [], help: leaked.helpBorrowingCallback };
    case "dropped result":
      return { message: leaked.droppedResult(place), related: [], help: leaked.helpDroppedResult };
  }
}

function illegalWords(finding: IllegalMove): Words {
  switch (finding.code) {
    case "MC0508":
      return {
        message: illegal.array(finding.place, finding.type),
        label: illegal.label(finding.place),
        related: [],
        help: illegal.helpArray,
      };
    case "MC0509":
      return {
        message: illegal.field(finding.place, finding.type),
        label: illegal.label(finding.place),
        related: [],
        help: illegal.helpField,
      };
    case "MC0507": {
      const { place, notOwned, local } = finding;
      const related = (message: string): Related[] =>
        local === undefined || local.kind === "this" ? [] : [{ span: nameSpan(local.node), message }];
      switch (notOwned) {
        case "borrowed":
          return {
            message: local === undefined ? illegal.lent(place) : illegal.borrowed(place),
            label: illegal.label(place),
            related: related(illegal.declaredBorrowed),
            help: illegal.helpBorrowed,
          };
        case "module":
          return {
            message: illegal.module(place),
            label: illegal.label(place),
            related: related(illegal.declaredModule),
            help: illegal.helpModule,
          };
        case "captured":
          return {
            message: illegal.captured(place),
            label: illegal.label(place),
            related: related(illegal.declaredCaptured),
            help: illegal.helpCaptured,
          };
      }
    }
  }
}

function erased(finding: Extract<LoweringError, { code: "MC1003" }>): string {
  switch (finding.how) {
    case "forgotten":
      return other.forgotten(finding.place, finding.type);
    case "cast":
      return other.cast(finding.place, finding.type);
    case "forge":
      return other.forge(finding.place, finding.type);
    case "spread":
      return other.spread(finding.place);
  }
}

function escapeWords(finding: Extract<LoweringError, { code: "MC0521" }>): Words {
  const { place, use } = finding;
  if (finding.how === "stored") {
    return {
      message: other.stored(place),
      related: use === undefined ? [] : [{ span: nameSpan(use), message: other.storedHere }],
      help: other.escapeHelp,
    };
  }
  return {
    message: other.captured(place, finding.callee ?? "the callee"),
    related: use === undefined ? [] : [{ span: spanOf(use), message: other.capturedUse(place) }],
    help: other.escapeHelp,
  };
}
