import type { PathMasks } from "../dataflow/path-masks.js";
import type { OwnershipResult, OwnershipState } from "../dataflow/ownership.js";
import type { BlockId } from "../ir/block-id.js";
import type { Assign, Instruction } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { leaked } from "../diagnostics/messages.js";
import { nameSpan, spanOf } from "../syntax/span.js";
import { common, intersects, isEmpty, listBits, type Bits } from "../graph/bits.js";
import { jumpOf } from "../dataflow/incoming-edge-index.js";
import type { GraphIndex } from "../dataflow/graph-index.js";
import { leakHelp } from "./leak-help.js";
import { describeLeakByThrow } from "./leaks-by-throw.js";
import { usingFix } from "./using-fix.js";
import { inReversePostorder } from "./use-after-move.js";

/** An owed value that an instruction drops. */
interface Leak {
  readonly block: BlockId;
  readonly at: number;
  readonly instruction: Instruction;
  readonly paths: Bits;
}

/**
 * MC1001: values that are still owed where their variable dies or is overwritten; MC1004 where that is so
 * only on paths that begin with a call that throws. Once per variable and kind.
 */
export function checkLeaks(index: GraphIndex, result: OwnershipResult): Diagnostic[] {
  const { analysis } = result;
  const { local } = analysis;
  let dropped: Leak | undefined;
  let onUnwind: Leak | undefined;
  const overwritten: Diagnostic[] = [];
  for (const block of inReversePostorder(index, index.occurrences(local).keys())) {
    const entry = result.entry(block);
    if (entry === undefined) continue;
    analysis.walk(block, entry, {
      before: (instruction, state, at) => {
        const lost = lostBy(instruction, analysis.masks, state);
        if (lost === undefined) return;
        const leak = { block, at, instruction, paths: lost.paths };
        if (lost.onUnwind) onUnwind ??= leak;
        else if (instruction.kind === "assign") overwritten.push(describeOverwrite(local, instruction));
        else dropped ??= leak;
      },
    });
  }
  if (dropped !== undefined) return [...overwritten, describeLeak(index, result, dropped)];
  if (overwritten.length > 0 || onUnwind === undefined) return overwritten;
  return [describeLeakByThrow(index, result, onUnwind.paths)];
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

function describeLeak(index: GraphIndex, result: OwnershipResult, leak: Leak): Diagnostic {
  const { local } = result.analysis;
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
  related.push(whereLeft(index, result, leak));
  const fix = usingFix(index, local);
  return {
    code: "MC1001",
    severity: "error",
    message: local.facts.fnOnce ? leaked.closure(local.name) : leaked.title(local.name),
    span,
    label: leaked.label(local.facts.name),
    related,
    help: leakHelp(index, local),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The jump by which a clean-up block was entered with the value still owed, or the end of the scope. */
function whereLeft(index: GraphIndex, result: OwnershipResult, leak: Leak): Related {
  const { graph } = result;
  const { local } = result.analysis;
  const isOwed = (node: BlockId): boolean => {
    const exit = result.exit(node);
    return exit !== undefined && intersects(exit.maybeInit, leak.paths);
  };
  const atJump = (from: BlockId): Related => ({
    span: spanOf(jumpOf(index, from) ?? leak.instruction.node),
    message: leaked.atJump,
  });
  const seen = new Set<BlockId>();
  for (let block: BlockId | undefined = leak.block; block !== undefined && !seen.has(block);) {
    seen.add(block);
    const node = graph.nodeOf(block);
    if (node !== undefined && node !== block) {
      const back = index.normalPredecessors.from(block, node);
      if (back.jump !== undefined) return atJump(back.jump);
      block = back.reached ? node : undefined;
      continue;
    }
    const whole = index.wholeOf(block);
    const found = graph.firstNormalPredecessor(whole, isOwed);
    if (found?.jump === true) return atJump(found.from);
    block = mentionedBefore(index, local, whole, leak) ? undefined : found?.from;
  }
  return { span: spanOf(leak.instruction.node), message: leaked.atEnd };
}

/** Whether a block is that of the leak, and mentions the local before it. */
function mentionedBefore(index: GraphIndex, local: Local, whole: BlockId, leak: Leak): boolean {
  if (whole !== index.wholeOf(leak.block)) return false;
  const occurrences = index.occurrences(local);
  return index
    .partsOf(whole)
    .some(
      (part) =>
        occurrences.get(part)?.some((at) => index.isBefore({ part, at }, { part: leak.block, at: leak.at })) ?? false,
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
