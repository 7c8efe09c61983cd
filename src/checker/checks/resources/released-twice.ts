import type { TSESTree } from "@typescript-eslint/types";
import type { ControlFlow } from "../../graph/control-flow.js";
import type { ObligationResult } from "../../dataflow/obligations/obligation.js";
import type { ObligationState } from "../../dataflow/obligations/obligation-state.js";
import type { Diagnostic, Related } from "../../diagnostics/diagnostic.js";
import { acquiredHere, releasedHere, releasedTwice } from "../../diagnostics/resource-messages.js";
import type { Instruction } from "../../ir/instruction.js";
import type { Release } from "../../ir/resource.js";
import { nameSpan, spanOf } from "../../syntax/span.js";

/** What is wrong with a release: it comes after others. */
interface Second {
  readonly release: Release;
  readonly before: ReadonlySet<Release>;
  /** On every way it has been released before. */
  readonly always: boolean;
  /** Only where a release that was waited for failed. */
  readonly failing: boolean;
}

/**
 * MC2004: a resource is released that was released before, on some way at least, where its kind minds that.
 *
 * `x?.close()` after a release on some ways only is the caution that it looks like.
 */
export function checkReleasedTwice(controlFlow: ControlFlow, result: ObligationResult): Diagnostic[] {
  const { resource } = result.analysis;
  const severity = resource.facts.releaseTwice;
  if (severity === "off") return [];
  const found = new Map<TSESTree.Node, Second>();
  for (const block of controlFlow.order) {
    const entry = result.entry(block);
    if (entry === undefined) continue;
    result.analysis.walk(block, entry, {
      before: (instruction, state) => {
        const second = secondRelease(result, instruction, state);
        if (second !== undefined && !found.has(second.release.node)) found.set(second.release.node, second);
      },
    });
  }
  return [...found.values()].map((second) => ({
    ...describe(result, second),
    severity: second.failing ? "warning" : severity,
  }));
}

function secondRelease(result: ObligationResult, instruction: Instruction, state: ObligationState): Second | undefined {
  if (instruction.kind !== "release" || instruction.facts !== result.analysis.resource.facts) return undefined;
  const { how, place } = instruction;
  if (how.kind === "closure" || how.kind === "drained" || how.kind === "transfer") return undefined;
  const failing = !state.has("released");
  const released = state.get("released") ?? state.get("release-failed");
  if (released?.must.has(place) !== true) return undefined;
  const before = new Set([...released.releases].filter((release) => release.how.kind !== "transfer"));
  const always = !failing && state.size === 1;
  if (before.size === 0 || (!always && isOptional(instruction.node))) return undefined;
  return { release: instruction, before, always, failing };
}

function isOptional(node: TSESTree.Node): boolean {
  return (
    node.type === "CallExpression" &&
    (node.optional || (node.callee.type === "MemberExpression" && node.callee.optional))
  );
}

function describe(result: ObligationResult, { release, before, always, failing }: Second): Diagnostic {
  const related: Related[] = [...before].map(({ node, how }) => ({
    span: spanOf(node),
    message: failing ? releasedTwice.byFailing : releasedHere(how, node.range[0] >= release.node.range[0]),
  }));
  related.push({ span: nameSpan(result.name.node), message: acquiredHere });
  return {
    code: "MC2004",
    severity: "error",
    message: releasedTwice.title(result.name.text, always),
    span: spanOf(release.node),
    label: releasedTwice.label,
    related,
    help: releasedTwice.help,
  };
}
