import type { OwnershipResult } from "../dataflow/ownership.js";
import type { BlockId } from "../ir/block-id.js";
import { successors } from "../ir/terminal.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { leaked, leakedByThrow } from "../diagnostics/messages.js";
import { nameSpan, spanOf } from "../syntax/span.js";
import type { TSESTree } from "@typescript-eslint/types";
import { intersects, type Bits } from "../graph/bits.js";
import type { GraphIndex } from "../dataflow/graph-index.js";
import { leakHelp } from "./leak-help.js";
import { usingFix } from "./using-fix.js";
import { inReversePostorder } from "./use-after-move.js";

/** MC1004: names the first call that may throw while the value is owed and is not caught with it settled. */
export function describeLeakByThrow(index: GraphIndex, result: OwnershipResult, paths: Bits): Diagnostic {
  const { local } = result.analysis;
  const call = firstThrow(index, result, paths);
  const name = nameOfCall(call);
  const fix = usingFix(index, local);
  return {
    code: "MC1004",
    severity: "warning",
    message: leakedByThrow.title(local.name, name),
    span: nameSpan(local.node),
    label: leaked.label(local.facts.name),
    related: call === undefined ? [] : [{ span: spanOf(call), message: leakedByThrow.call }],
    help: leakHelp(index, local),
    ...(fix === undefined ? {} : { fix }),
  };
}

function firstThrow(index: GraphIndex, result: OwnershipResult, paths: Bits): TSESTree.Node | undefined {
  const { analysis, graph } = result;
  let fallback: TSESTree.Node | undefined;
  /** Blocks from which the value is not owed to the end of its variable's life on any way. */
  const harmless = new Set<BlockId>();
  // Nearly always it is in the block where the value was made.
  const [made] = inReversePostorder(index, index.occurrences(analysis.local).keys());
  return (made === undefined ? undefined : firstIn(made)) ?? firstInOrder() ?? fallback;

  function firstIn(block: BlockId): TSESTree.Node | undefined {
    for (let part: BlockId | undefined = block; part !== undefined; part = index.nextPart(part)) {
      const found = firstInBlock(part);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function firstInOrder(): TSESTree.Node | undefined {
    const [start] = inReversePostorder(index, graph.nodes);
    if (start === undefined) return undefined;
    for (let position = index.rpoIndex[start] ?? 0; position < index.order.length; position++) {
      const block = index.order[position];
      const found = block === undefined ? undefined : firstInBlock(block);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function firstInBlock(block: BlockId): TSESTree.Node | undefined {
    if (index.unwindEdges[block] === undefined) return undefined;
    const entry = result.entry(block);
    if (entry === undefined) return undefined;
    let found: TSESTree.Node | undefined;
    analysis.walk(block, entry, {
      unwind: (to, state, at) => {
        if (found !== undefined || !intersects(state.maybeInit, paths)) return;
        const node = index.instruction(block, at)?.node;
        fallback ??= node;
        if (node !== undefined && dies(to)) found = node;
      },
    });
    return found;
  }

  /** Whether on some way from here the value is still owed where its variable dies. */
  function dies(from: BlockId): boolean {
    const seen = new Set<BlockId>();
    const stack = [from];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (seen.has(id) || harmless.has(id)) continue;
      const entry = result.entry(id);
      if (entry === undefined) continue;
      seen.add(id);
      const deaths: unknown[] = [];
      const exit = analysis.walk(id, entry, {
        before: (instruction, state) => {
          if (instruction.kind === "storage-dead" && intersects(state.maybeInitOnUnwind, paths))
            deaths.push(instruction);
        },
      });
      if (deaths.length > 0) return true;
      if (intersects(exit.maybeInitOnUnwind, paths)) stack.push(...successors(index.block(id).terminal));
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
