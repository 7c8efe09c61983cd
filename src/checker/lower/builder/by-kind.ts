import type { TSESTree } from "@typescript-eslint/types";

/** A union of nodes as a record from kind to node. */
type ByKind<N extends TSESTree.Node> = { [K in N["type"] as `${K}`]: Extract<N, { type: K }> };

/**
 * One function for every kind of node in a union. A kind that TypeScript's tree gains is a compile error
 * here, and one that arrives at run time all the same has no entry and is `unsupported`.
 */
export type Handlers<N extends TSESTree.Node, Args extends unknown[], Result> = {
  readonly [K in keyof ByKind<N>]: (node: ByKind<N>[K], ...args: Args) => Result;
};

/** The function for a node's kind, if there is one. */
export function handlerOf<N extends TSESTree.Node, Args extends unknown[], Result>(
  handlers: Handlers<N, Args, Result>,
  node: N,
): ((node: N, ...args: Args) => Result) | undefined {
  // Each entry takes the node of its own kind, and the kind is the key: the compiler can't follow that.
  return (handlers as unknown as Record<string, ((node: N, ...args: Args) => Result) | undefined>)[node.type];
}
