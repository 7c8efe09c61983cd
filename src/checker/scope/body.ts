import type { TSESTree } from "@typescript-eslint/types";
import type { CallNode, BodyNode } from "../syntax/nodes.js";
import type { Binding } from "./binding.js";

/** A body of code that is lowered by itself, and what is in it without looking into nested bodies. */
export interface Body {
  readonly node: BodyNode;
  readonly parent: Body | undefined;
  /** A function expression or arrow that is not a method and does not call itself: it may own what it captured, and then runs once. */
  isClosure: boolean;
  /** A method or accessor of a class or object literal. */
  readonly isMethod: boolean;
  /** A class's constructor: what it assigns to a field had no value before. */
  readonly isConstructor: boolean;
  readonly bindings: Binding[];
  readonly calls: CallNode[];
  /** Casts (`as`, `<T>`) and spreads: where linearity can be erased without a binding. */
  readonly conversions: TSESTree.Expression[];
  /** Bindings of enclosing bodies that it refers to itself, each with the first mention. */
  readonly outer: Map<Binding, TSESTree.Node>;
  /** Bodies directly nested in it. */
  readonly children: Body[];
  /** Its own `this`, when something refers to it. */
  receiver: Binding | undefined;
}
