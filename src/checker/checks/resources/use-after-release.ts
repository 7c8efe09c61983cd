import type { TSESTree } from "@typescript-eslint/types";
import type { ControlFlow } from "../../graph/control-flow.js";
import type { ObligationResult } from "../../dataflow/obligations/obligation.js";
import { names, type Knowledge, type ObligationState } from "../../dataflow/obligations/obligation-state.js";
import type { Diagnostic, Related } from "../../diagnostics/diagnostic.js";
import { acquiredHere, releasedHere, usedAfter } from "../../diagnostics/resource-messages.js";
import type { Instruction } from "../../ir/instruction.js";
import { nameSpan, spanOf } from "../../syntax/span.js";

/**
 * MC2003: something is done with a resource that is released, for sure, on every way to this point.
 *
 * Told once, at the first use: what comes after it is wrong for the same reason.
 */
export function checkUseAfterRelease(controlFlow: ControlFlow, result: ObligationResult): Diagnostic[] {
  const { resource } = result.analysis;
  const severity = resource.facts.useAfterRelease;
  if (severity === "off") return [];
  for (const block of controlFlow.order) {
    const entry = result.entry(block);
    if (entry === undefined) continue;
    let found: Diagnostic | undefined;
    result.analysis.walk(block, entry, {
      before: (instruction, state) => {
        if (found !== undefined) return;
        const released = releasedAt(instruction, state);
        if (released !== undefined) found = { ...describe(result, instruction, released), severity };
        else if (isGivenAwayByUsing(instruction, state)) found = { ...describeUsing(result, instruction), severity };
      },
    });
    if (found !== undefined) return [found];
  }
  return [];
}

function releasedAt(instruction: Instruction, state: ObligationState): Knowledge | undefined {
  if (instruction.kind !== "operate") return undefined;
  const released = state.get("released");
  if (released === undefined || state.size > 1 || !released.must.has(instruction.place)) return undefined;
  // What a release promises is waited for: that is no use.
  if (instruction.how === "await" && [...released.releases].every(({ node }) => node === awaited(instruction.node)))
    return undefined;
  return released;
}

function awaited(node: TSESTree.Node): TSESTree.Node {
  return node.type === "AwaitExpression" ? node.argument : node;
}

/** `using x = make(); return x`: it is released before the caller gets it. */
function isGivenAwayByUsing(instruction: Instruction, state: ObligationState): boolean {
  if (instruction.kind !== "escape") return false;
  const { how, place } = instruction;
  if (how.kind !== "return" && how.kind !== "store") return false;
  return (
    state.size > 0 &&
    [...state].every(
      ([status, knowledge]) =>
        status === "discharged" &&
        names(knowledge, place) === "must" &&
        [...knowledge.must].some(
          ({ local, parent }) => parent === undefined && local.using && local.kind !== "capture",
        ),
    )
  );
}

function describe(result: ObligationResult, { node, ...rest }: Instruction, { releases }: Knowledge): Diagnostic {
  const { resource } = result.analysis;
  const gone = [...releases].some(({ how }) => how.kind === "transfer");
  const related: Related[] = [...releases].map((release) => ({
    span: spanOf(release.node),
    message: releasedHere(release.how, release.node.range[0] > node.range[0]),
  }));
  if (resource.owner === "function") related.push({ span: nameSpan(result.name.node), message: acquiredHere });
  return {
    code: "MC2003",
    severity: "error",
    message: usedAfter.title(result.name.text, rest.kind === "operate" ? rest.what : "", gone),
    span: spanOf(node),
    label: usedAfter.label(gone),
    related,
    help: usedAfter.help(gone),
  };
}

function describeUsing(result: ObligationResult, { node }: Instruction): Diagnostic {
  return {
    code: "MC2003",
    severity: "error",
    message: usedAfter.afterUsing(result.name.text),
    span: spanOf(node),
    related: [{ span: nameSpan(result.name.node), message: usedAfter.using }],
    help: usedAfter.helpUsing,
  };
}
