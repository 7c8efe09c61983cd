import type { TSESTree } from "@typescript-eslint/types";
import type { Local } from "../../ir/local.js";
import type { MovePath } from "../../ir/move-path.js";
import type { Resource } from "../../ir/resource.js";
import type { Binding } from "../../scope/binding.js";

/** What is known of the resources of one body while it is lowered. */
export class BodyResources {
  /** Acquired so far. */
  readonly acquired: Resource[] = [];
  /** The locals of names that may hold a resource. */
  readonly handles = new Map<Binding, Local>();
  /** Where a closure captured a local first. */
  readonly capturedBy = new Map<Local, TSESTree.Node>();
  /** What each call was lent: what it promises may fail by it. */
  readonly operatedOn = new Map<TSESTree.Node, MovePath[]>();
  #awaited: TSESTree.Node | undefined;
  #afterAwait: (() => void)[] = [];

  /** @param active whether the body has to do with resources at all */
  constructor(readonly active: boolean) {}

  /** What this expression makes exists only once it has been waited for. */
  willAwait(expression: TSESTree.Node): void {
    this.#awaited = expression;
    this.#afterAwait = [];
  }

  /** Runs something now, or when what the expression promises is there. */
  whenMade(expression: TSESTree.Node, run: () => void): void {
    if (this.#awaited === expression) this.#afterAwait.push(run);
    else run();
  }

  /** The expression has been waited for. */
  awaited(expression: TSESTree.Node): void {
    if (this.#awaited !== expression) return;
    this.#awaited = undefined;
    const waiting = this.#afterAwait;
    this.#afterAwait = [];
    for (const run of waiting) run();
  }
}
