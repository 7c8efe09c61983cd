import type { TSESTree } from "@typescript-eslint/types";
import type { Acquisition, ResourceFacts, ResourceOracle } from "../oracle/resource-oracle.js";
import type { CallNode, FunctionNode } from "../syntax/nodes.js";
import type { ScopeAnalysis } from "../scope/analyze-scopes.js";
import type { Binding } from "../scope/binding.js";
import type { Body } from "../scope/body.js";

/** A resource that a value may be, or may have in it. */
export interface Held {
  readonly facts: ResourceFacts;
  /** Where in the value: `["1"]` of `[value, release]`; empty for the value itself. */
  readonly path: readonly string[];
}

/** A parameter that comes with an obligation: the callback of an acquiring promise, a span's callback. */
export interface AcquiredParameter {
  readonly acquisition: Acquisition;
  /** What the promise chain catches does not leave the program. */
  readonly caughtOutside: boolean;
  /** `caller`: looked at for a summary. */
  readonly owner: "function" | "caller";
}

/** What to look at in a file. */
export interface Followed {
  /** All bodies, or a function with those in it. */
  readonly bodies: readonly Body[];
  /** Parameters to be followed although nobody acquires them: for summaries. */
  readonly parameters?: ReadonlyMap<Binding, AcquiredParameter>;
}

/** Names deeper inside a value than this are not followed. */
const MAX_PATH = 4;

/**
 * Which names of a file may hold which resources, wherever they are mentioned: a points-to set for each binding.
 *
 * It begins at the calls that acquire something and follows what is written to names, to a fixpoint. What the lowering
 * puts into a name that has no entry here goes out of sight, and so counts as somebody else's.
 *
 * Source: Andersen's inclusion constraints, over names and the paths below them.
 */
export class PointsTo {
  readonly acquisitions = new Map<CallNode, readonly Acquisition[]>();
  readonly parameters = new Map<Binding, AcquiredParameter>();
  readonly #held = new Map<Binding, readonly Held[]>();
  readonly #bodies: readonly Body[];
  readonly #concerned = new Set<Body>();
  /** Promises whose failure is caught by a `catch` in their chain. */
  readonly #caught = new Set<TSESTree.Node>();
  readonly #outer = new Map<TSESTree.Node, readonly Binding[]>();

  constructor(
    readonly oracle: ResourceOracle,
    readonly scopes: ScopeAnalysis,
    { bodies, parameters }: Followed,
  ) {
    this.#bodies = bodies;
    for (const [binding, parameter] of parameters ?? []) this.#addParameter(binding, parameter);
    for (const body of bodies) {
      for (const call of body.calls) {
        if (!oracle.mayAcquire(call)) continue;
        for (const { name, facts } of oracle.transferred(call))
          this.#add(scopes.bindingOf.get(name), [{ facts, path: [] }]);
        this.#noteAcquisitions(call, body, oracle.acquisitions(call));
      }
    }
    if (this.acquisitions.size === 0 && this.#held.size === 0) return;
    this.#followNames();
    this.#markBodies();
  }

  /** Whether nothing in the file has to do with resources. */
  get isEmpty(): boolean {
    return this.#concerned.size === 0;
  }

  /** Whether a body acquires, or mentions a name that may hold, a resource. */
  concerns(body: Body): boolean {
    return this.#concerned.has(body);
  }

  /** What a name may hold. */
  of(binding: Binding): readonly Held[] {
    return this.#held.get(binding) ?? [];
  }

  /** What a function captures from outside that may hold a resource. */
  capturedBy(node: TSESTree.Node): readonly Binding[] {
    return this.#outerOf(node).filter((binding) => this.#held.has(binding));
  }

  #outerOf(node: TSESTree.Node): readonly Binding[] {
    let found = this.#outer.get(node);
    if (found === undefined) this.#outer.set(node, (found = outerBindings(this.scopes.bodyOf.get(node))));
    return found;
  }

  /** What the value of an expression may be, or may have in it. */
  heldBy(expression: TSESTree.Node): readonly Held[] {
    switch (expression.type) {
      case "Identifier":
      case "ThisExpression": {
        const binding = this.scopes.bindingOf.get(expression);
        return binding === undefined ? [] : this.of(binding);
      }
      case "AwaitExpression":
      case "UnaryExpression":
        return expression.type === "AwaitExpression" ? this.heldBy(expression.argument) : [];
      case "TSAsExpression":
      case "TSTypeAssertion":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "ChainExpression":
        return this.heldBy(expression.expression);
      case "ConditionalExpression":
        return union(this.heldBy(expression.consequent), this.heldBy(expression.alternate));
      case "LogicalExpression":
        return union(this.heldBy(expression.left), this.heldBy(expression.right));
      case "AssignmentExpression":
        return this.heldBy(expression.right);
      case "SequenceExpression": {
        const last = expression.expressions.at(-1);
        return last === undefined ? [] : this.heldBy(last);
      }
      case "MemberExpression":
        return this.#heldByMember(expression);
      case "ObjectExpression":
        return expression.properties.flatMap((property) =>
          property.type === "Property" && !property.computed
            ? below(keyOf(property.key), this.heldBy(property.value))
            : [],
        );
      case "ArrayExpression":
        return expression.elements.flatMap((element, index) =>
          element === null || element.type === "SpreadElement" ? [] : below(String(index), this.heldBy(element)),
        );
      case "CallExpression":
      case "NewExpression":
        return this.#heldByCall(expression);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.capturedBy(expression).flatMap((binding) => below(CAPTURED + binding.name, this.of(binding)));
      default:
        return [];
    }
  }

  #heldByMember(node: TSESTree.MemberExpression): readonly Held[] {
    const name = node.computed
      ? node.property.type === "Literal"
        ? String(node.property.value)
        : undefined
      : keyOf(node.property);
    if (name === undefined) return [];
    return partOf(this.heldBy(node.object), name);
  }

  #heldByCall(call: TSESTree.CallExpression | TSESTree.NewExpression): readonly Held[] {
    const acquired = (this.acquisitions.get(call) ?? []).flatMap(({ facts, what }) =>
      what.kind === "result" ? [{ facts, path: what.path }] : [],
    );
    const { callee } = call;
    const chained = chainedPromise(call);
    if (chained !== undefined) return union(acquired, this.heldBy(chained));
    if (isPromiseAll(call)) return call.arguments.slice(0, 1).flatMap((list) => this.heldBy(list));
    const returned: Held[] = [];
    const add = (held: readonly Held[], position: "receiver" | number): void => {
      for (const { facts, path } of held) {
        if (path[0]?.startsWith(CAPTURED) === true) continue;
        const at = this.oracle.operand(call, position, facts, path).returned;
        if (at !== undefined) returned.push({ facts, path: [...at, ...path] });
      }
    };
    if (callee.type === "MemberExpression") add(this.heldBy(callee.object), "receiver");
    call.arguments.forEach((argument, index) => {
      if (argument.type !== "SpreadElement") add(this.heldBy(argument), index);
    });
    return union(acquired, returned);
  }

  #noteAcquisitions(call: CallNode, body: Body, acquisitions: readonly Acquisition[]): void {
    if (acquisitions.length === 0) return;
    this.acquisitions.set(call, acquisitions);
    this.#concerned.add(body);
    for (const acquisition of acquisitions) {
      const { what, facts } = acquisition;
      if (what.kind === "receiver") {
        const receiver =
          call.type === "CallExpression" && call.callee.type === "MemberExpression" ? call.callee.object : undefined;
        if (receiver?.type === "Identifier") this.#add(this.scopes.bindingOf.get(receiver), [{ facts, path: [] }]);
      } else if (what.kind === "parameter") {
        this.#acquireParameter(what.function, what.index, { acquisition, caughtOutside: false, owner: "function" });
      }
    }
  }

  /** A parameter that is a name, not a pattern, comes with an obligation. */
  #acquireParameter(node: FunctionNode, index: number, parameter: AcquiredParameter): boolean {
    const identifier = node.params[index];
    const binding = identifier?.type === "Identifier" ? this.scopes.bindingOf.get(identifier) : undefined;
    if (binding === undefined || this.parameters.has(binding)) return false;
    this.#addParameter(binding, parameter);
    return true;
  }

  #addParameter(binding: Binding, parameter: AcquiredParameter): void {
    const { facts, what } = parameter.acquisition;
    this.parameters.set(binding, parameter);
    this.#add(binding, [{ facts, path: what.kind === "result" ? what.path : [] }]);
  }

  #add(binding: Binding | undefined, held: readonly Held[]): boolean {
    if (binding === undefined || held.length === 0) return false;
    const before = this.of(binding);
    const after = union(before, held);
    if (after.length === before.length) return false;
    this.#held.set(binding, after);
    return true;
  }

  /** What is written to names, round by round until nothing is new. */
  #followNames(): void {
    const bindings = this.#bodies.flatMap((body) => body.bindings);
    const calls = this.#bodies.flatMap((body) => body.calls);
    const chains = calls.filter((call) => isThen(call));
    if (chains.length > 0) for (const call of calls) if (isCatch(call)) this.#caught.add(call.callee.object);
    for (let changed = true; changed;) {
      changed = false;
      for (const binding of bindings) {
        for (const value of binding.values) changed = this.#add(binding, this.heldBy(value)) || changed;
        const { part } = binding;
        if (part?.source !== undefined)
          changed = this.#add(binding, partOf(this.heldBy(part.source), part.key)) || changed;
        if (binding.kind === "function")
          for (const node of binding.functions)
            for (const captured of this.capturedBy(node))
              changed = this.#add(binding, below(CAPTURED + captured.name, this.of(captured))) || changed;
      }
      for (const call of chains) changed = this.#followThen(call) || changed;
    }
  }

  /** `open(path).then((handle) => ...)`: the callback has it from now on. */
  #followThen(call: MethodCall): boolean {
    const [callback] = call.arguments;
    if (callback?.type !== "ArrowFunctionExpression" && callback?.type !== "FunctionExpression") return false;
    const [held] = this.heldBy(call.callee.object);
    if (held === undefined || held.path[0]?.startsWith(CAPTURED) === true) return false;
    if (!isAcquiring(this, call.callee.object)) return false;
    return this.#acquireParameter(callback, 0, {
      acquisition: { facts: held.facts, what: { kind: "result", path: held.path }, reasons: [] },
      caughtOutside: this.#caught.has(call),
      owner: "function",
    });
  }

  #markBodies(): void {
    for (const body of this.#bodies) {
      if (body.bindings.some((binding) => this.#held.has(binding))) this.#concerned.add(body);
      if (body.receiver !== undefined && this.#held.has(body.receiver)) this.#concerned.add(body);
      for (const binding of body.outer.keys()) {
        if (!this.#held.has(binding) || isModule(binding.body)) continue;
        // A function between the variable and its use makes the closure that uses it.
        for (let at: Body | undefined = body; at !== undefined && at !== binding.body; at = at.parent)
          this.#concerned.add(at);
      }
    }
  }
}

/** Stands before the name of a captured variable in the path of a closure. */
export const CAPTURED = "capture ";

/** Whether the expression is a promise that a call has just made, so that nobody else has its value. */
function isAcquiring(pointsTo: PointsTo, node: TSESTree.Expression): boolean {
  return (
    (node.type === "CallExpression" || node.type === "NewExpression") &&
    (pointsTo.acquisitions.has(node) ||
      (chainedPromise(node) !== undefined && isAcquiring(pointsTo, chainedPromise(node) ?? node)))
  );
}

/** The promise that `promise.catch(...)` and `promise.finally(...)` pass on. */
export function chainedPromise(call: CallNode): TSESTree.Expression | undefined {
  const name = calledMethod(call);
  return (name === "catch" || name === "finally") &&
    call.type === "CallExpression" &&
    call.callee.type === "MemberExpression"
    ? call.callee.object
    : undefined;
}

/** `Promise.all([...])`: what goes in comes out, element by element. */
export function isPromiseAll(call: CallNode): boolean {
  return (
    call.type === "CallExpression" &&
    call.callee.type === "MemberExpression" &&
    call.callee.object.type === "Identifier" &&
    call.callee.object.name === "Promise" &&
    keyOf(call.callee.property) === "all"
  );
}

type MethodCall = TSESTree.CallExpression & { readonly callee: TSESTree.MemberExpression };

const isThen = (call: CallNode): call is MethodCall => calledMethod(call) === "then";
const isCatch = (call: CallNode): call is MethodCall => calledMethod(call) === "catch";

function calledMethod(call: CallNode): string | undefined {
  return call.type === "CallExpression" && call.callee.type === "MemberExpression" && !call.callee.computed
    ? keyOf(call.callee.property)
    : undefined;
}

/** A property's name, when it is known as written. */
function keyOf(key: TSESTree.Node): string | undefined {
  if (key.type === "Identifier") return key.name;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Literal" ? String(key.value) : undefined;
}

function below(name: string | undefined, held: readonly Held[]): readonly Held[] {
  if (name === undefined) return [];
  return held.filter(({ path }) => path.length < MAX_PATH).map(({ facts, path }) => ({ facts, path: [name, ...path] }));
}

/** What the part of a value of this name may hold. */
export function partOf(held: readonly Held[], name: string): readonly Held[] {
  return held.flatMap(({ facts, path }) => (path[0] === name ? [{ facts, path: path.slice(1) }] : []));
}

function union(some: readonly Held[], others: readonly Held[]): readonly Held[] {
  const all = [...some];
  for (const held of others) if (!all.some((each) => isSame(each, held))) all.push(held);
  return all;
}

function isSame(a: Held, b: Held): boolean {
  return a.facts === b.facts && a.path.length === b.path.length && a.path.every((name, at) => name === b.path[at]);
}

/** What a body, and the bodies in it, refer to outside of it. */
function outerBindings(body: Body | undefined): Binding[] {
  const found = new Set<Binding>();
  const inside = new Set<Body>(body === undefined ? [] : [body]);
  for (const at of inside) {
    for (const child of at.children) inside.add(child);
    for (const binding of at.outer.keys()) found.add(binding);
  }
  // What the module holds lives as long as the program: nobody has to release it.
  return [...found].filter((binding) => !inside.has(binding.body) && !isModule(binding.body));
}

/** Whether a body is that of a module or namespace. */
export function isModule({ node }: Body): boolean {
  return node.type === "Program" || node.type === "TSModuleBlock";
}
