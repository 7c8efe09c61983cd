import type { TSESTree } from "@typescript-eslint/types";
import type { Binding } from "./binding.js";
import type { Body } from "./body.js";
import { runningChildren } from "../syntax/children.js";
import type { CallNode, BodyNode } from "../syntax/nodes.js";
import { dropGlueOf } from "./drop-glue.js";
import { functionValues } from "./function-values.js";
import { patternParts } from "./pattern-parts.js";
import { boundIdentifiers, declareName, findName, openScope, type Scope } from "./scope-tree.js";

/** Every name of a file, and every body of code. */
export interface ScopeAnalysis {
  /** The call that a function expression is an argument of, and which. */
  readonly argumentOf: ReadonlyMap<TSESTree.Node, ArgumentPosition>;
  /** Nested bodies before the bodies they are in, siblings in order of position. */
  readonly bodies: readonly Body[];
  readonly bodyOf: ReadonlyMap<TSESTree.Node, Body>;
  /** What an identifier or `this` refers to; globals have no entry. */
  readonly bindingOf: ReadonlyMap<TSESTree.Node, Binding>;
  /** The functions that are methods of a class's drop glue. */
  readonly dropGlue: ReadonlySet<TSESTree.Node>;
}

/** One argument of one call, as written. */
export interface ArgumentPosition {
  readonly call: CallNode;
  readonly index: number;
}

interface Task {
  readonly node: TSESTree.Node;
  readonly scope: Scope;
  readonly leave: boolean;
}

/**
 * Finds the bodies, bindings and references of a file in one walk with a stack of its own, so that depth
 * of nesting costs no call stack.
 *
 * Source: ECMA-262, "Static Semantics: LexicallyDeclaredNames" and its siblings.
 */
export function analyzeScopes(program: TSESTree.Program): ScopeAnalysis {
  return new ScopeWalk().run(program);
}

class ScopeWalk {
  readonly #bodies: Body[] = [];
  readonly #bodyOf = new Map<TSESTree.Node, Body>();
  readonly #bindingOf = new Map<TSESTree.Node, Binding>();
  readonly #references: { readonly node: TSESTree.Identifier; readonly scope: Scope; readonly exported: boolean }[] =
    [];
  /** `const f = g`, `f = () => ...`: what is written to which name, by node, until names are resolved. */
  readonly #assignments: { readonly to: TSESTree.Identifier; readonly value: TSESTree.Expression }[] = [];
  /** Names that something is written to after their declaration. */
  readonly #assigned: TSESTree.Identifier[] = [];
  readonly #stack: Task[] = [];
  readonly #argumentOf = new Map<TSESTree.Node, ArgumentPosition>();
  /** Methods and accessors, whose functions can run again and again. */
  readonly #methods = new Set<TSESTree.Node>();
  readonly #constructors = new Set<TSESTree.Node>();
  readonly #inClause = new Set<TSESTree.Node>();
  readonly #dropGlue = new Set<TSESTree.Node>();

  run(program: TSESTree.Program): ScopeAnalysis {
    this.#enterBody(program, undefined, program.body);
    for (let task = this.#stack.pop(); task !== undefined; task = this.#stack.pop()) {
      if (task.leave) this.#bodies.push(task.scope.body);
      else this.#visit(task.node, task.scope);
    }
    for (const { node, scope, exported } of this.#references) this.#resolve(node, scope, exported);
    for (const name of this.#assigned) {
      const binding = this.#bindingOf.get(name);
      if (binding !== undefined) binding.reassigned = true;
    }
    this.#propagateFunctions();
    for (const body of this.#bodies) if (body.isClosure && this.#callsItself(body)) body.isClosure = false;
    return {
      bodies: this.#bodies,
      bodyOf: this.#bodyOf,
      bindingOf: this.#bindingOf,
      argumentOf: this.#argumentOf,
      dropGlue: this.#dropGlue,
    };
  }

  #enterBody(node: BodyNode, outer: Scope | undefined, contents: readonly TSESTree.Node[]): Scope {
    const body: Body = {
      node,
      parent: outer?.body,
      isClosure:
        (node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression") && !this.#methods.has(node),
      isMethod: this.#methods.has(node),
      isConstructor: this.#constructors.has(node),
      bindings: [],
      calls: [],
      conversions: [],
      outer: new Map(),
      children: [],
      receiver: undefined,
    };
    outer?.body.children.push(body);
    this.#bodyOf.set(node, body);
    const scope = openScope(outer, body);
    this.#stack.push({ node, scope, leave: true });
    this.#push(contents, scope);
    return scope;
  }

  #push(nodes: readonly (TSESTree.Node | null | undefined)[], scope: Scope): void {
    for (const node of nodes.toReversed()) if (node) this.#stack.push({ node, scope, leave: false });
  }

  #declare(pattern: TSESTree.Node, scope: Scope, kind: Binding["kind"]): void {
    for (const identifier of boundIdentifiers(pattern)) {
      this.#bindingOf.set(identifier, declareName(scope, identifier, kind));
    }
    if (pattern.type !== "Identifier") this.#push([pattern], scope);
  }

  #visit(node: TSESTree.Node, scope: Scope): void {
    switch (node.type) {
      case "Identifier":
        if (!this.#bindingOf.has(node)) this.#references.push({ node, scope, exported: false });
        return;
      case "ThisExpression":
      case "Super":
        this.#this(node, scope);
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#function(node, scope);
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#class(node, scope);
        return;
      case "PropertyDefinition":
      case "AccessorProperty":
        this.#push([...node.decorators, node.computed ? node.key : null], scope);
        if (node.value) this.#enterBody(node, scope, [node.value]);
        return;
      case "StaticBlock":
        this.#enterBody(node, scope, node.body);
        return;
      case "TSModuleDeclaration":
        if (node.id.type === "Identifier") this.#bindingOf.set(node.id, declareName(scope, node.id, "other"));
        if (node.body !== undefined && !node.declare) this.#enterBody(node.body, scope, node.body.body);
        return;
      case "TSEnumDeclaration":
        this.#bindingOf.set(node.id, declareName(scope, node.id, "other"));
        return;
      case "VariableDeclaration":
        this.#variables(node, scope);
        return;
      case "ImportDeclaration":
        for (const { local } of node.specifiers) this.#declare(local, scope, "import");
        return;
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        this.#export(node, scope);
        return;
      case "BlockStatement":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "SwitchStatement":
        // `using` may not stand directly in a clause.
        if (node.type === "SwitchStatement")
          for (const { consequent } of node.cases) for (const each of consequent) this.#inClause.add(each);
        if (
          (node.type === "ForInStatement" || node.type === "ForOfStatement") &&
          node.left.type !== "VariableDeclaration"
        )
          this.#assigned.push(...boundIdentifiers(node.left));
        this.#push(runningChildren(node), openScope(scope, scope.body));
        return;
      case "CatchClause": {
        const inner = openScope(scope, scope.body);
        if (node.param) this.#declare(node.param, inner, "catch");
        this.#push([node.body], inner);
        return;
      }
      default:
        this.#expressions(node, scope);
    }
  }

  #expressions(node: TSESTree.Node, scope: Scope): void {
    switch (node.type) {
      case "CallExpression":
      case "NewExpression":
      case "TaggedTemplateExpression":
        scope.body.calls.push(node);
        if (node.type !== "TaggedTemplateExpression") this.#arguments(node);
        break;
      case "TSAsExpression":
      case "TSTypeAssertion":
        scope.body.conversions.push(node);
        break;
      case "SpreadElement":
        scope.body.conversions.push(node.argument);
        break;
      case "AssignmentExpression":
        if (node.left.type === "Identifier") this.#assignments.push({ to: node.left, value: node.right });
        this.#assigned.push(...boundIdentifiers(node.left));
        break;
      case "MemberExpression":
        this.#push([node.object, node.computed ? node.property : null], scope);
        return;
      case "Property":
        if (node.method || node.kind !== "init") this.#methods.add(node.value);
        this.#push([node.computed ? node.key : null, node.value], scope);
        return;
      case "MethodDefinition":
        this.#methods.add(node.value);
        if (node.kind === "constructor") this.#constructors.add(node.value);
        this.#push([...node.decorators, node.computed ? node.key : null, node.value], scope);
        return;
      case "LabeledStatement":
        this.#push([node.body], scope);
        return;
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        return;
      default:
    }
    this.#push(runningChildren(node), scope);
  }

  #arguments(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
    call.arguments.forEach((argument, index) => {
      if (argument.type === "ArrowFunctionExpression" || argument.type === "FunctionExpression") {
        this.#argumentOf.set(argument, { call, index });
      }
    });
  }

  #this(node: TSESTree.Node, scope: Scope): void {
    let body: Body | undefined = scope.body;
    while (body?.node.type === "ArrowFunctionExpression") body = body.parent;
    if (body === undefined || body.node.type === "Program") return;
    body.receiver ??= {
      name: "this",
      kind: "this",
      node: body.node,
      body,
      captured: false,
      exported: false,
      values: [],
      reassigned: false,
      functions: new Set(),
    };
    this.#refer(node, body.receiver, scope.body);
  }

  #refer(node: TSESTree.Node, binding: Binding, from: Body): void {
    this.#bindingOf.set(node, binding);
    if (binding.body === from) return;
    binding.captured = true;
    if (!from.outer.has(binding)) from.outer.set(binding, node);
  }

  #resolve(node: TSESTree.Identifier, scope: Scope, exported: boolean): void {
    const binding = findName(scope, node.name);
    if (binding === undefined) return;
    this.#refer(node, binding, scope.body);
    if (exported) binding.exported = true;
  }

  #function(
    node: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
    scope: Scope,
  ): void {
    let outer = scope;
    if (node.id) {
      if (node.type === "FunctionExpression") outer = openScope(scope, scope.body);
      const binding = declareName(outer, node.id, "function");
      binding.functions.add(node);
      this.#bindingOf.set(node.id, binding);
    }
    const contents = node.body.type === "BlockStatement" ? node.body.body : [node.body];
    const inner = this.#enterBody(node, outer, contents);
    for (const parameter of node.params) {
      this.#declare(parameter, inner, "parameter");
      this.#parts(parameter, undefined);
    }
  }

  /** Remembers which parts of one value the names of a pattern are. */
  #parts(pattern: TSESTree.Node, source: TSESTree.Expression | undefined): void {
    for (const { name, part } of patternParts(pattern, source)) {
      const binding = this.#bindingOf.get(name);
      if (binding !== undefined) binding.part = part;
    }
  }

  #class(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, scope: Scope): void {
    let outer = scope;
    if (node.id) {
      if (node.type === "ClassExpression") outer = openScope(scope, scope.body);
      const binding = declareName(outer, node.id, "class");
      binding.functions.add(node);
      this.#bindingOf.set(node.id, binding);
    }
    for (const method of dropGlueOf(node.body)) this.#dropGlue.add(method);
    this.#push([...node.decorators, node.superClass, ...node.body.body], outer);
  }

  #variables(node: TSESTree.VariableDeclaration, scope: Scope): void {
    const kind = node.kind === "await using" ? "using" : node.kind;
    for (const { id, init } of node.declarations) {
      // The initialiser is pushed after the pattern's parts, so it is visited first, as it is evaluated.
      this.#declare(id, scope, kind);
      if (init) this.#push([init], scope);
      if (init && id.type === "Identifier") this.#assignments.push({ to: id, value: init });
      const named = init && this.#bindingOf.get(id);
      if (named) named.initial = init;
      if (id.type !== "Identifier") this.#parts(id, init ?? undefined);
    }
    const [only, ...others] = node.declarations;
    const binding = kind === "const" && others.length === 0 && only.init ? this.#bindingOf.get(only.id) : undefined;
    if (binding !== undefined && !this.#inClause.has(node))
      binding.constKeyword = { start: node.range[0], end: node.range[0] + "const".length };
  }

  #export(node: TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration, scope: Scope): void {
    if (node.type === "ExportNamedDeclaration" && node.source === null) {
      for (const { local } of node.specifiers) {
        this.#references.push({ node: local, scope, exported: true });
      }
    }
    const { declaration } = node;
    if (declaration === null) return;
    if (declaration.type === "Identifier") this.#references.push({ node: declaration, scope, exported: true });
    else this.#visitExported(declaration, scope);
  }

  #visitExported(declaration: TSESTree.Node, scope: Scope): void {
    if (
      declaration.type.startsWith("TS") &&
      declaration.type !== "TSModuleDeclaration" &&
      declaration.type !== "TSEnumDeclaration"
    ) {
      if (
        declaration.type !== "TSAsExpression" &&
        declaration.type !== "TSSatisfiesExpression" &&
        declaration.type !== "TSNonNullExpression"
      )
        return;
    }
    this.#visit(declaration, scope);
    const names =
      declaration.type === "VariableDeclaration"
        ? declaration.declarations.flatMap(({ id }) => boundIdentifiers(id))
        : [];
    for (const name of names) {
      const binding = this.#bindingOf.get(name);
      if (binding !== undefined) binding.exported = true;
    }
  }

  #callsItself(body: Body): boolean {
    return body.calls.some(
      ({ type, ...call }) =>
        type === "CallExpression" &&
        "callee" in call &&
        this.#bindingOf.get(call.callee)?.functions.has(body.node) === true,
    );
  }

  /** Carries function expressions along assignments between names, to a fixpoint. */
  #propagateFunctions(): void {
    const copies: { readonly from: Binding; readonly to: Binding }[] = [];
    for (const { to, value } of this.#assignments) {
      const target = this.#bindingOf.get(to);
      if (target === undefined) continue;
      target.values.push(value);
      for (const each of functionValues(value)) {
        if (each.type !== "Identifier") target.functions.add(each);
        else {
          const from = this.#bindingOf.get(each);
          if (from !== undefined) copies.push({ from, to: target });
        }
      }
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const { from, to } of copies) {
        const before = to.functions.size;
        for (const node of from.functions) to.functions.add(node);
        if (to.functions.size > before) changed = true;
      }
    }
  }
}
