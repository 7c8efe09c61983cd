import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { LocalOwnership } from "../dataflow/ownership/local-ownership.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { leaked, leakedByThrow } from "../diagnostics/messages.js";
import { intersects, type Bits } from "../graph/bits.js";
import type { BlockId } from "../ir/block-id.js";
import { nameSpan, spanOf } from "../syntax/span.js";
import type { TSESTree } from "@typescript-eslint/types";
import { leakHelp } from "./leak-help.js";
import { usingFix } from "./using-fix.js";

/** MC1004: names the first call that may throw while the obligation is live, with nobody to meet it on the way out. */
export function describeLeakByThrow(analysis: FunctionAnalysis, ownership: LocalOwnership, paths: Bits): Diagnostic {
  const { local } = ownership;
  const call = firstThrow(analysis, ownership, paths);
  const name = nameOfCall(call);
  const fix = usingFix(analysis, local);
  return {
    code: "MC1004",
    severity: "warning",
    message: leakedByThrow.title(local.name, name),
    span: nameSpan(local.node),
    label: leaked.label(local.facts.name),
    related: call === undefined ? [] : [{ span: spanOf(call), message: leakedByThrow.call }],
    help: leakHelp(analysis, local),
    ...(fix === undefined ? {} : { fix }),
  };
}

function firstThrow(
  { controlFlow, occurrences }: FunctionAnalysis,
  ownership: LocalOwnership,
  paths: Bits,
): TSESTree.Node | undefined {
  let fallback: TSESTree.Node | undefined;
  /** Blocks from which on no path the obligation is still live where the local's storage ends. */
  const harmless = new Set<BlockId>();
  // Nearly always it is in the block where the value was made.
  const [made] = occurrences.of(ownership.local).keys();
  return (made === undefined ? undefined : firstIn(made)) ?? firstInOrder() ?? fallback;

  function firstIn(block: BlockId): TSESTree.Node | undefined {
    for (let part: BlockId | undefined = block; part !== undefined; part = controlFlow.nextPart(part)) {
      const found = firstInBlock(part);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function firstInOrder(): TSESTree.Node | undefined {
    const [start] = controlFlow.inReversePostorder(ownership.graph.nodes);
    if (start === undefined) return undefined;
    for (let position = controlFlow.rpoIndex[start] ?? 0; position < controlFlow.order.length; position++) {
      const block = controlFlow.order[position];
      const found = block === undefined ? undefined : firstInBlock(block);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function firstInBlock(block: BlockId): TSESTree.Node | undefined {
    if (controlFlow.unwindEdges[block] === undefined) return undefined;
    let found: TSESTree.Node | undefined;
    ownership.walk(block, {
      unwind: (to, state, at) => {
        if (found !== undefined || !intersects(state.maybeInit, paths)) return;
        const node = controlFlow.instruction(block, at)?.node;
        fallback ??= node;
        if (node !== undefined && leaksFrom(to)) found = node;
      },
    });
    return found;
  }

  /** Whether on some path from a block the obligation is still live where the local's storage ends. */
  function leaksFrom(from: BlockId): boolean {
    const seen = new Set<BlockId>();
    const stack = [from];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (seen.has(id) || harmless.has(id)) continue;
      const leaks: boolean[] = [];
      const exit = ownership.walk(id, {
        before: (instruction, state) => {
          if (instruction.kind === "storage-dead") leaks.push(intersects(state.maybeInitOnUnwind, paths));
        },
      });
      if (exit === undefined) continue;
      seen.add(id);
      if (leaks.includes(true)) return true;
      if (intersects(exit.maybeInitOnUnwind, paths)) stack.push(...controlFlow.normalSuccessors(id));
    }
    for (const id of seen) harmless.add(id);
    return false;
  }
}

function nameOfCall(node: TSESTree.Node | undefined): string {
  switch (node?.type) {
    case "CallExpression": {
      const { callee } = node;
      if (callee.type === "Identifier") return `this call of \`${callee.name}\``;
      if (callee.type === "MemberExpression" && callee.property.type === "Identifier")
        return `this call of \`${callee.property.name}\``;
      return "this call";
    }
    case "NewExpression":
      return node.callee.type === "Identifier" ? `\`new ${node.callee.name}\`` : "this constructor";
    case "AwaitExpression":
      return "what is awaited here";
    case "YieldExpression":
      return "the consumer of this generator";
    default:
      return "this";
  }
}
