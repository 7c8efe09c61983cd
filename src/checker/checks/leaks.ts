import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { LocalOwnership } from "../dataflow/ownership/local-ownership.js";
import type { OwnershipState } from "../dataflow/ownership/ownership-state.js";
import type { PathMasks } from "../dataflow/ownership/path-masks.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { leaked } from "../diagnostics/messages.js";
import { common, intersects, isEmpty, listBits, type Bits } from "../graph/bits.js";
import type { BlockId } from "../ir/block-id.js";
import type { Assign, Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { nameSpan, spanOf } from "../syntax/span.js";
import { leakHelp } from "./leak-help.js";
import { describeLeakByThrow } from "./leaks-by-throw.js";
import { usingFix } from "./using-fix.js";

/** Live obligations that an instruction drops. */
interface Leak {
  readonly block: BlockId;
  readonly at: number;
  readonly instruction: Instruction;
  readonly paths: Bits;
}

/**
 * MC1001: reports every local whose value may still have to be consumed where its storage ends or its value is overwritten; MC1004
 * where that is so only on paths that begin with a call that throws. Once per local and kind.
 *
 * ```text
 *   const t = make();
 *   if (c) return;     leaves here, still owed: MC1001 at t
 *   look(t);           if this throws, t leaks: MC1004, had MC1001 not been reported
 *   eat(t);
 * ```
 */
export function checkLeaks(analysis: FunctionAnalysis, ownership: LocalOwnership): Diagnostic[] {
  const { local, masks } = ownership;
  let dropped: Leak | undefined;
  let onUnwind: Leak | undefined;
  const overwritten: Diagnostic[] = [];
  for (const block of analysis.occurrences.of(local).keys()) {
    ownership.walk(block, {
      before: (instruction, state, at) => {
        const lost = lostBy(instruction, masks, state);
        if (lost === undefined) return;
        const leak = { block, at, instruction, paths: lost.paths };
        if (lost.onUnwind) onUnwind ??= leak;
        else if (instruction.kind === "assign") overwritten.push(describeOverwrite(local, instruction));
        else dropped ??= leak;
      },
    });
  }
  if (dropped !== undefined) return [...overwritten, describeLeak(analysis, ownership, dropped)];
  if (overwritten.length > 0 || onUnwind === undefined) return overwritten;
  return [describeLeakByThrow(analysis, ownership, onUnwind.paths)];
}

function lostBy(
  instruction: Instruction,
  masks: PathMasks,
  state: OwnershipState,
): { readonly paths: Bits; readonly onUnwind: boolean } | undefined {
  let scope: Bits;
  if (instruction.kind === "storage-dead") scope = masks.obligations;
  else if (instruction.kind === "assign" && !instruction.initial) scope = masks.subtree(instruction.place);
  else return undefined;
  const owed = shared(state.maybeInit, scope);
  if (owed !== undefined) return { paths: owed, onUnwind: false };
  const onUnwind = shared(state.maybeInitOnUnwind, scope);
  return onUnwind === undefined ? undefined : { paths: onUnwind, onUnwind: true };
}

function shared(a: Bits, b: Bits): Bits | undefined {
  const both = common(a, b);
  return isEmpty(both) ? undefined : both;
}

function describeLeak(analysis: FunctionAnalysis, ownership: LocalOwnership, leak: Leak): Diagnostic {
  const { local } = ownership;
  const span = nameSpan(local.node);
  const related: Related[] = [];
  const fields = listBits(leak.paths).map((at) => local.paths[at]?.text ?? local.name);
  if (fields.length < local.paths.length && fields.every((field) => field !== local.name)) {
    related.push({ span, message: leaked.field(fields.join("`, `")) });
  }
  if (local.kind === "temporary") {
    return {
      code: "MC1001",
      severity: "error",
      message: leaked.temporary(local.name),
      span,
      label: leaked.label(local.facts.name),
      related,
      help: leaked.helpTemporary,
    };
  }
  related.push(whereLeft(analysis, ownership, leak));
  const fix = usingFix(analysis, local);
  return {
    code: "MC1001",
    severity: "error",
    message: local.facts.fnOnce ? leaked.closure(local.name) : leaked.title(local.name),
    span,
    label: leaked.label(local.facts.name),
    related,
    help: leakHelp(analysis, local),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The jump by which a clean-up block was entered with the obligation still live, or the end of the scope. */
function whereLeft(analysis: FunctionAnalysis, ownership: LocalOwnership, leak: Leak): Related {
  const { controlFlow, normalPredecessors } = analysis;
  const { graph } = ownership;
  const isLive = (node: BlockId): boolean => {
    const exit = ownership.exit(node);
    return exit !== undefined && intersects(exit.maybeInit, leak.paths);
  };
  const atJump = (from: BlockId): Related => ({
    span: spanOf(controlFlow.jumpOf(from) ?? leak.instruction.node),
    message: leaked.atJump,
  });
  const seen = new Set<BlockId>();
  for (let block: BlockId | undefined = leak.block; block !== undefined && !seen.has(block);) {
    seen.add(block);
    const node = graph.nodeOf(block);
    if (node !== undefined && node !== block) {
      const back = normalPredecessors.from(block, node);
      if (back.jump !== undefined) return atJump(back.jump);
      block = back.reached ? node : undefined;
      continue;
    }
    const whole = controlFlow.wholeOf(block);
    const found = graph.firstNormalPredecessor(whole, isLive);
    if (found?.jump === true) return atJump(found.from);
    block = occursBefore(analysis, ownership.local, whole, leak) ? undefined : found?.from;
  }
  return { span: spanOf(leak.instruction.node), message: leaked.atEnd };
}

/** Whether a block is that of the leak, and the local occurs in it before the leak. */
function occursBefore(
  { controlFlow, occurrences }: FunctionAnalysis,
  local: Local,
  whole: BlockId,
  leak: Leak,
): boolean {
  if (whole !== controlFlow.wholeOf(leak.block)) return false;
  return controlFlow
    .partsOf(whole)
    .some((part) =>
      occurrences.in(part, local).some((at) => controlFlow.isBefore({ part, at }, { part: leak.block, at: leak.at })),
    );
}

function describeOverwrite(local: Local, { place, node }: Assign): Diagnostic {
  return {
    code: "MC1001",
    severity: "error",
    message: leaked.overwritten(place.text),
    span: spanOf(node),
    label: leaked.atOverwrite,
    related: [{ span: nameSpan(local.node), message: leaked.label(local.facts.name) }],
    help: leaked.help(place.text),
  };
}
