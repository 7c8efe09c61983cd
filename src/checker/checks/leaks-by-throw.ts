import type { OwnershipResult, OwnershipState } from "../analyses/ownership.js";
import type { BlockId } from "../cfg/block.js";
import { successors } from "../cfg/terminal.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { leaked, leakedByThrow } from "../diagnostics/messages.js";
import { nameSpan, spanOf } from "../diagnostics/span-of.js";
import type { TSESTree } from "@typescript-eslint/types";
import { intersects, type Bits } from "../solve/bits.js";
import type { GraphIndex } from "../solve/graph-index.js";
import { leakHelp } from "./leak-help.js";
import { usingFix } from "./using-fix.js";
import { byRank } from "./use-after-move.js";

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

function firstThrow(index: GraphIndex, { analysis, entries }: OwnershipResult, paths: Bits): TSESTree.Node | undefined {
  let fallback: TSESTree.Node | undefined;
  // Nearly always it is in the block where the value was made.
  const [made] = byRank(index, index.events(analysis.local).keys());
  return (made === undefined ? undefined : firstIn([made])) ?? firstIn(byRank(index, entries.keys())) ?? fallback;

  function firstIn(blocks: readonly BlockId[]): TSESTree.Node | undefined {
    for (const block of blocks) {
      const entry = entries.get(block);
      const found = entry === undefined ? undefined : firstInBlock(block, entry);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function firstInBlock(block: BlockId, entry: OwnershipState): TSESTree.Node | undefined {
    const found: TSESTree.Node[] = [];
    analysis.walk(block, entry, {
      unwind: (to, state, at) => {
        if (!intersects(state.owed, paths)) return;
        const node = index.instruction(block, at)?.node;
        fallback ??= node;
        if (node !== undefined && dies(to)) found.push(node);
      },
    });
    return found[0];
  }

  /** Whether on some way from here the value is still owed where its variable dies. */
  function dies(from: BlockId): boolean {
    const seen = new Set<BlockId>();
    const stack = [from];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const entry = entries.get(id);
      if (seen.has(id) || entry === undefined) continue;
      seen.add(id);
      const deaths: unknown[] = [];
      const exit = analysis.walk(id, entry, {
        before: (instruction, state) => {
          if (instruction.kind === "storage-dead" && intersects(state.owedByThrow, paths)) deaths.push(instruction);
        },
      });
      if (deaths.length > 0) return true;
      if (intersects(exit.owedByThrow, paths)) stack.push(...successors(index.block(id).terminal));
    }
    return false;
  }
}

function nameOfCall(node: TSESTree.Node | undefined): string {
  switch (node?.type) {
    case "CallExpression": {
      const { callee } = node;
      if (callee.type === "Identifier") return `this call of \`${callee.name}\``;
      if (callee.type === "MemberExpression" && callee.property.type === "Identifier") return `this call of \`${callee.property.name}\``;
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
