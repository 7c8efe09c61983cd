import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../../ir/block-id.js";
import type { ControlFlow } from "../../graph/control-flow.js";
import type { ObligationResult } from "../../dataflow/obligations/obligation.js";
import type { ObligationState, Status } from "../../dataflow/obligations/obligation-state.js";
import type { Related } from "../../diagnostics/diagnostic.js";
import { unreleased } from "../../diagnostics/resource-messages.js";
import { spanOf } from "../../syntax/span.js";

/** A way out of a function on which a resource is still owed. */
export interface WayOut {
  /** The statement that leaves, the call that throws, or nothing for the end of the function. */
  readonly node: TSESTree.Node | undefined;
  readonly how: "jump" | "throw" | "catch" | "chain" | "end";
  /** The last decision before it that had another outcome without the leak. */
  readonly decision: { readonly test: TSESTree.Node; readonly outcome: boolean } | undefined;
}

/** More ways than this are counted, not shown. */
const SHOWN = 3;

/**
 * The ways on which a function is left with a resource still owed.
 *
 * @param exit by returning, or by an exception
 * @param statuses in which it counts as owed at that exit
 */
export function waysOut(
  controlFlow: ControlFlow,
  result: ObligationResult,
  exit: "return" | "resume",
  statuses: readonly Status[],
): WayOut[] {
  const leaking = new LeakingBlocks(controlFlow, result, exit, statuses);
  if (leaking.blocks.size === 0) return [];
  const ways: WayOut[] = [];
  for (const block of controlFlow.order) {
    if (!leaking.blocks.has(block)) continue;
    const jump = controlFlow.jumpOf(block);
    if (jump !== undefined && leaking.leavesFunction(block))
      ways.push({ node: jump, how: "jump", decision: leaking.decisionBefore(block) });
    const thrown = leaking.thrownBy(block);
    if (thrown !== undefined)
      ways.push({
        node: thrown,
        how: exit === "return" ? "catch" : result.analysis.resource.caughtOutside ? "chain" : "throw",
        decision: undefined,
      });
  }
  if (ways.length === 0) ways.push({ node: undefined, how: "end", decision: leaking.decisionBefore(undefined) });
  return ways;
}

/** Blocks from which an exit is reached with the resource still owed all the way. */
class LeakingBlocks {
  readonly blocks = new Set<BlockId>();
  readonly #ends: BlockId[] = [];

  constructor(
    readonly controlFlow: ControlFlow,
    readonly result: ObligationResult,
    exit: "return" | "resume",
    readonly statuses: readonly Status[],
  ) {
    for (const block of controlFlow.order) {
      if (controlFlow.block(block).terminal.kind !== exit) continue;
      const state = this.#exitOf(block);
      if (state !== undefined && this.#isOwed(state)) this.#ends.push(block);
    }
    const stack = [...this.#ends];
    for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
      if (this.blocks.has(block)) continue;
      this.blocks.add(block);
      for (const { from, unwind } of controlFlow.incoming[block] ?? [])
        if (unwind === undefined ? this.#isOwedAtEnd(from) : this.thrownInto(from) !== undefined) stack.push(from);
    }
  }

  /** Whether a jump from this block ends in the exit, and not in the next round of a loop or behind a block. */
  leavesFunction(block: BlockId): boolean {
    const node = this.controlFlow.jumpOf(block);
    return node?.type === "ReturnStatement" || node?.type === "ThrowStatement";
  }

  /** The first call of a block that throws with the resource owed from then on, into a way that leaks. */
  thrownBy(block: BlockId): TSESTree.Node | undefined {
    const target = this.controlFlow.unwindEdges[block]?.target;
    return target === undefined || !this.blocks.has(target) ? undefined : this.thrownInto(block);
  }

  /** The first call of a block by which the resource comes to be owed on an exception. */
  thrownInto(block: BlockId): TSESTree.Node | undefined {
    const entry = this.result.entry(block);
    if (entry === undefined) return undefined;
    const { analysis } = this.result;
    let found: TSESTree.Node | undefined;
    let before: ObligationState = entry;
    analysis.walk(block, entry, {
      before: (_instruction, state) => {
        before = state;
      },
      unwind: (_to, state, at) => {
        const begins = this.statuses.some((status) => status !== "owed" && state.has(status) && !before.has(status));
        if (begins) found ??= this.controlFlow.instruction(block, at)?.node;
      },
    });
    return found;
  }

  /** The last branch on the way to a block that could have gone where the resource is not left. */
  decisionBefore(to: BlockId | undefined): WayOut["decision"] {
    const target = to ?? this.#ends[0];
    const seen = new Set<BlockId>();
    const queue = target === undefined ? [] : [target];
    for (const block of queue) {
      if (seen.has(block)) continue;
      seen.add(block);
      for (const { from, unwind } of this.controlFlow.incoming[block] ?? []) {
        if (unwind !== undefined || !this.blocks.has(from)) continue;
        const { terminal } = this.controlFlow.block(from);
        if (terminal.kind === "branch") {
          const other = terminal.whenTrue === block ? terminal.whenFalse : terminal.whenTrue;
          if (!this.blocks.has(other)) return { test: terminal.test, outcome: terminal.whenTrue === block };
        }
        queue.push(from);
      }
    }
    return undefined;
  }

  #exitOf(block: BlockId): ObligationState | undefined {
    const entry = this.result.entry(block);
    return entry === undefined ? undefined : this.result.analysis.walk(block, entry, {});
  }

  #isOwedAtEnd(block: BlockId): boolean {
    const state = this.#exitOf(block);
    return state !== undefined && this.#isOwed(state);
  }

  #isOwed(state: ObligationState): boolean {
    return this.statuses.some((status) => state.has(status));
  }
}

/** The ways in words, the first few of them. */
export function describeWays(controlFlow: ControlFlow, result: ObligationResult, ways: readonly WayOut[]): Related[] {
  const related: Related[] = [];
  const shown = new Set<TSESTree.Node | undefined>();
  for (const { node, how, decision } of ways) {
    if (shown.has(node)) continue;
    shown.add(node);
    if (shown.size > SHOWN) continue;
    if (decision !== undefined)
      related.push({
        span: spanOf(decision.test),
        message: decision.outcome ? unreleased.whenTrue : unreleased.whenFalse,
      });
    related.push({ span: node === undefined ? endOfFunction(controlFlow) : spanOf(node), message: wordsOf(how, node) });
  }
  const more = shown.size - SHOWN;
  if (more > 0) related.push({ span: spanOf(result.name.node), message: unreleased.moreWays(more) });
  return related;
}

function wordsOf(how: WayOut["how"], node: TSESTree.Node | undefined): string {
  switch (how) {
    case "jump":
      return node?.type === "ThrowStatement" ? unreleased.leavesAtThrow : unreleased.leavesAtReturn;
    case "catch":
      return unreleased.leavesByCatch;
    case "chain":
      return unreleased.leavesByChain;
    case "throw":
      return unreleased.leavesByThrow;
    case "end":
      return unreleased.leavesAtEnd;
  }
}

function endOfFunction({ graph: { node } }: ControlFlow): { readonly start: number; readonly end: number } {
  return { start: Math.max(node.range[0], node.range[1] - 1), end: node.range[1] };
}
