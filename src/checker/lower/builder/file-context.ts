import type { TSESTree } from "@typescript-eslint/types";
import { getOrInsert } from "../../collections/get-or-insert.js";
import type { CheckOptions } from "../../check-options.js";
import { NO_RESOURCES } from "../../oracle/resource-oracle.js";
import { changedFacts, NOTHING, type TypeFacts } from "../../oracle/type-facts.js";
import type { Fate } from "../../ir/fate.js";
import { PointsTo, type Followed } from "../../points-to/points-to.js";
import type { CallbackFacts } from "../../oracle/call-facts.js";
import type { TypeOracle } from "../../oracle/type-oracle.js";
import type { FunctionNode } from "../../syntax/nodes.js";
import type { ScopeAnalysis } from "../../scope/analyze-scopes.js";
import type { Binding } from "../../scope/binding.js";
import type { Body } from "../../scope/body.js";
import type { Capture } from "../../ir/capture.js";

/** What all bodies of one file share while they are lowered. */
export class FileContext {
  /** What each function lowered so far captures: nested functions come before the bodies they are in. */
  readonly captures = new Map<TSESTree.Node, readonly Capture[]>();
  /** Where each variable is mentioned; made when it is first needed. */
  #references: ReadonlyMap<Binding, readonly TSESTree.Identifier[]> | undefined;
  readonly #facts = new Map<Binding, TypeFacts>();
  /** Which names may hold which resources. */
  readonly pointsTo: PointsTo;
  /** What each function lowered so far does with the resources that it captures. */
  readonly fates = new Map<TSESTree.Node, ReadonlyMap<Binding, Fate>>();
  readonly #transitiveCaptures = new Map<Binding, ReadonlySet<Binding>>();

  constructor(
    readonly oracle: TypeOracle,
    readonly scopes: ScopeAnalysis,
    readonly options: CheckOptions,
    followed: Followed = { bodies: scopes.bodies },
  ) {
    this.pointsTo = new PointsTo(oracle.resources ?? NO_RESOURCES, scopes, followed);
  }

  /** The declared type of a binding, asked once. */
  factsOf(binding: Binding): TypeFacts {
    return getOrInsert(this.#facts, binding, () => this.#askFacts(binding));
  }

  #askFacts(binding: Binding): TypeFacts {
    switch (binding.kind) {
      case "function":
      case "class":
      case "other":
        return NOTHING;
      case "this":
        return isFunction(binding.node) || binding.node.type === "PropertyDefinition"
          ? this.#receiver(binding.node)
          : NOTHING;
      case "var":
      case "let":
      case "const":
      case "using":
      case "parameter":
      case "catch":
      case "import":
        return binding.node.type === "Identifier" ? this.#declared(binding, binding.node) : NOTHING;
    }
  }

  #receiver(node: FunctionNode | TSESTree.PropertyDefinition): TypeFacts {
    const ends = this.scopes.dropGlue.has(node);
    const facts = this.oracle.thisType(node, ends ? "owned" : "lent");
    // The object ends here: its own drop glue is this function.
    return ends && facts.ownership === "owned" ? changedFacts(facts, { dropGlue: false, members: [] }) : facts;
  }

  #declared(binding: Binding, name: TSESTree.Identifier): TypeFacts {
    const facts = this.oracle.declared(name);
    if (!evolves(binding, name) || facts.ownership === "owned" || facts.ownership === "borrow") return facts;
    this.#references ??= referencesByBinding(this.scopes.bindingOf);
    return this.oracle.evolved?.(name, this.#references.get(binding) ?? []) ?? facts;
  }

  /** Callbacks that consume the elements they are called with: their container gives them away. */
  readonly consumingCallbacks = new Set<TSESTree.Node>();

  /** What a function is passed to that lends it its parameters: a callback of the standard library's containers. */
  lentCallback(body: Body): CallbackFacts | undefined {
    const position = this.scopes.argumentOf.get(body.node);
    const callback =
      position === undefined ? undefined : this.oracle.call(position.call).parameters[position.index]?.callback;
    return callback?.lends === true ? callback : undefined;
  }

  /**
   * Every outer binding that a function declaration or class may reach, by way of others like it too.
   * Those are looked up when they run, so each mention of their name stands for a look at all of these.
   */
  transitiveCaptures(binding: Binding): ReadonlySet<Binding> {
    return getOrInsert(this.#transitiveCaptures, binding, () => this.#captureTransitively(binding));
  }

  #captureTransitively(binding: Binding): ReadonlySet<Binding> {
    const reached = new Set<Binding>();
    const seen = new Set<TSESTree.Node>();
    const stack: Body[] = [];
    const enter = (of: Binding): void => {
      for (const node of of.functions) {
        if (seen.has(node)) continue;
        seen.add(node);
        if (of.kind === "class") stack.push(...of.body.children.filter((child) => contains(node, child.node)));
        else {
          const body = this.scopes.bodyOf.get(node);
          if (body !== undefined) stack.push(body);
        }
      }
    };
    enter(binding);
    for (let body = stack.pop(); body !== undefined; body = stack.pop()) {
      stack.push(...body.children);
      for (const outer of body.outer.keys()) {
        if (outer.kind === "function" || outer.kind === "class") enter(outer);
        else reached.add(outer);
      }
    }
    return reached;
  }
}

/** Whether a variable's type may be left to what is written to it: `let x;`, `let x = null`, `const list = []`. */
function evolves({ kind, initial }: Binding, { typeAnnotation }: TSESTree.Identifier): boolean {
  if (typeAnnotation !== undefined || (kind !== "let" && kind !== "var" && kind !== "const")) return false;
  if (initial?.type === "ArrayExpression") return initial.elements.length === 0;
  if (kind === "const") return false;
  return (
    initial === undefined ||
    (initial.type === "Literal" && initial.value === null) ||
    (initial.type === "Identifier" && initial.name === "undefined")
  );
}

function referencesByBinding(bindingOf: ReadonlyMap<TSESTree.Node, Binding>): Map<Binding, TSESTree.Identifier[]> {
  const references = new Map<Binding, TSESTree.Identifier[]>();
  for (const [node, binding] of bindingOf) {
    if (node.type === "Identifier") getOrInsert(references, binding, () => []).push(node);
  }
  return references;
}

function contains(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}
