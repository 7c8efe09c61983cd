import { capturesOf } from "./captures.js";
import type { Condition } from "./condition.js";
import type { Argument, Expression, ReferenceExpression } from "./expression.js";
import { fieldsOf, isLinearItself, typeAt, type OwnedType } from "./owned-type.js";
import type { Place } from "./place.js";
import type { Block, Statement } from "./statement.js";
import type { Subject } from "./subject.js";
import { usesOfBlock } from "./uses.js";
import type { Variable } from "./variable.js";

/** A closure that moves out of a captured reference (E0507) is FnOnce to rustc, and consumes nothing. */
type ScopeVariable = Variable & { readonly throughReference?: boolean };

interface Scope {
  readonly variables: ReadonlyMap<string, ScopeVariable>;
  readonly labels: ReadonlyMap<string, "loop" | "block">;
  /** Inside a closure: what is captured can't be assigned to. */
  readonly captured?: ReadonlySet<string>;
  readonly returns?: OwnedType;
}

function typeOfPlace(place: Place, scope: Scope): OwnedType | undefined {
  const root = scope.variables.get(place.root);
  if (!root || root.kind === "closure") return undefined;
  try {
    return typeAt(root.type, place.path);
  } catch {
    return undefined;
  }
}

/** A field of a value with drop glue that the closure captured: rustc captures the whole value, and no field of it. */
function movesOutOfCapturedGlue(place: Place, scope: Scope): boolean {
  const root = scope.variables.get(place.root);
  if (!scope.captured?.has(place.root) || root?.kind !== "value") return false;
  return place.path.some((_, at) => isLinearItself(typeAt(root.type, place.path.slice(0, at))));
}

function pruneExpression(value: Expression, type: OwnedType, scope: Scope): Expression {
  switch (value.kind) {
    case "make":
      return { kind: "make", type };
    case "move":
      return typeOfPlace(value.place, scope) === type && !movesOutOfCapturedGlue(value.place, scope)
        ? value
        : { kind: "make", type };
    case "literal": {
      const fields = fieldsOf[type];
      if (value.type !== type || fields.length !== value.fields.length) return { kind: "make", type };
      return { ...value, fields: value.fields.map((field, at) => pruneExpression(field, fields[at]!.type, scope)) };
    }
    case "pass":
      return { kind: "pass", type, value: pruneExpression(value.value, type, scope) };
    case "conditional":
      return {
        kind: "conditional",
        condition: pruneCondition(value.condition, scope),
        then: pruneExpression(value.then, type, scope),
        otherwise: pruneExpression(value.otherwise, type, scope),
      };
  }
}

function pruneReference(value: ReferenceExpression, type: OwnedType, scope: Scope): ReferenceExpression | undefined {
  switch (value.kind) {
    case "borrow":
      return typeOfPlace(value.place, scope) === type ? value : undefined;
    case "same": {
      const inner = pruneReference(value.value, type, scope);
      return inner && { kind: "same", type, value: inner };
    }
    case "either": {
      const left = pruneReference(value.left, type, scope);
      const right = pruneReference(value.right, type, scope);
      return left && right ? { kind: "either", type, left, right } : (left ?? right);
    }
  }
}

function pruneCondition(value: Condition, scope: Scope): Condition {
  switch (value.kind) {
    case "opaque":
      return value;
    case "not":
      return { kind: "not", value: pruneCondition(value.value, scope) };
    case "and":
    case "or":
      return { kind: value.kind, left: pruneCondition(value.left, scope), right: pruneCondition(value.right, scope) };
    case "take":
      return { kind: "take", value: pruneExpression(value.value, "Token", scope) };
    case "look": {
      const inner = pruneReference(value.value, "Token", scope);
      return inner ? { kind: "look", value: inner } : { kind: "opaque" };
    }
  }
}

function pruneArgument(argument: Argument, scope: Scope): Argument | undefined {
  if (argument.by === "value") return { ...argument, value: pruneExpression(argument.value, argument.type, scope) };
  const value = pruneReference(argument.value, argument.type, scope);
  return value && { ...argument, value };
}

/** Whether the closure's body consumes something it captured. */
function consumesCaptured(body: Block, scope: Scope): boolean {
  return capturesOf(body, scope.variables).some((capture) => capture.by === "value");
}

function movesThroughReference(body: Block, scope: Scope): boolean {
  return usesOfBlock(body).some(
    ({ how, place }) => how === "move" && scope.variables.get(place.root)?.kind === "reference",
  );
}

function pruneClosure(body: Block, scope: Scope): Block {
  const outer = new Map([...scope.variables].filter(([, variable]) => variable.kind !== "closure"));
  return pruneBlock(body, { variables: outer, labels: new Map(), captured: new Set(outer.keys()) });
}

function pruneStatement(
  statement: Statement,
  scope: Scope,
  declared: Map<string, ScopeVariable>,
): Statement | undefined {
  const inner = (block: Block, label?: string, kind: "loop" | "block" = "loop"): Block =>
    pruneBlock(block, label === undefined ? scope : { ...scope, labels: new Map([...scope.labels, [label, kind]]) });
  switch (statement.kind) {
    case "let": {
      declared.set(statement.name, {
        kind: "value",
        name: statement.name,
        type: statement.type,
        ...(statement.using ? { using: true } : {}),
      });
      return statement.value
        ? { ...statement, value: pruneExpression(statement.value, statement.type, scope) }
        : statement;
    }
    case "let-reference": {
      const value = pruneReference(statement.value, statement.type, scope);
      if (value) declared.set(statement.name, { kind: "reference", name: statement.name, type: statement.type });
      return value && { ...statement, value };
    }
    case "let-closure": {
      if (scope.captured) return undefined;
      const body = pruneClosure(statement.body, scope);
      declared.set(statement.name, {
        kind: "closure",
        name: statement.name,
        throughReference: movesThroughReference(body, scope),
      });
      return { ...statement, body };
    }
    case "assign": {
      const root = scope.variables.get(statement.place.root);
      const type = typeOfPlace(statement.place, scope);
      if (root?.kind !== "value" || root.using || type === undefined || scope.captured?.has(root.name))
        return undefined;
      return { ...statement, value: pruneExpression(statement.value, type, scope) };
    }
    case "call": {
      const kept = statement.arguments
        .map((argument) => pruneArgument(argument, scope))
        .filter((argument) => argument !== undefined);
      return kept.length === statement.arguments.length ? { ...statement, arguments: kept } : undefined;
    }
    case "discard":
      // A bare place is a move in Rust and nothing in TypeScript.
      if (statement.value.kind !== "make" && statement.value.kind !== "pass") return undefined;
      return { ...statement, value: pruneExpression(statement.value, statement.value.type, scope) };
    case "test":
      return { ...statement, condition: pruneCondition(statement.condition, scope) };
    case "call-closure":
    case "pass-closure": {
      const closure = scope.variables.get(statement.name);
      if (closure?.kind !== "closure") return undefined;
      return statement.kind === "pass-closure" && closure.throughReference ? { ...statement, to: "once" } : statement;
    }
    case "pass-new-closure": {
      if (scope.captured) return undefined;
      const body = pruneClosure(statement.body, scope);
      return statement.to === "many" && (consumesCaptured(body, scope) || movesThroughReference(body, scope))
        ? { ...statement, to: "once", body }
        : { ...statement, body };
    }
    case "if":
      return {
        ...statement,
        condition: pruneCondition(statement.condition, scope),
        then: inner(statement.then),
        ...(statement.otherwise ? { otherwise: inner(statement.otherwise) } : {}),
      };
    case "while":
      return {
        ...statement,
        condition: pruneCondition(statement.condition, scope),
        body: inner(statement.body, statement.label),
      };
    case "loop":
      return { ...statement, body: inner(statement.body, statement.label) };
    case "block":
      return { ...statement, body: inner(statement.body, statement.label, "block") };
    case "match":
      return statement.arms.length > 0 ? { ...statement, arms: statement.arms.map((arm) => inner(arm)) } : undefined;
    case "break":
      return scope.labels.has(statement.label) ? statement : undefined;
    case "continue":
      return scope.labels.get(statement.label) === "loop" ? statement : undefined;
    case "return": {
      if (scope.returns === undefined || scope.captured) return { kind: "return" };
      return {
        kind: "return",
        value: pruneExpression(statement.value ?? { kind: "make", type: scope.returns }, scope.returns, scope),
      };
    }
    case "try": {
      if (!statement.handler && !statement.finalizer) return undefined;
      // A jump out of `finally` would swallow what entered it; no lint of the field allows that.
      const closed: Scope = { ...scope, labels: new Map() };
      return {
        ...statement,
        body: inner(statement.body),
        ...(statement.handler ? { handler: inner(statement.handler) } : {}),
        ...(statement.finalizer ? { finalizer: pruneBlock(withoutJumps(statement.finalizer), closed) } : {}),
      };
    }
    case "throw":
      return statement;
  }
}

function withoutJumps(block: Block): Block {
  return block.filter(
    (statement) => statement.kind === "call" || statement.kind === "discard" || statement.kind === "assign",
  );
}

function pruneBlock(block: Block, scope: Scope): Block {
  const variables = new Map(scope.variables);
  const captured = scope.captured && new Set(scope.captured);
  const kept: Statement[] = [];
  for (const statement of block) {
    const declared = new Map<string, ScopeVariable>();
    const pruned = pruneStatement(statement, { ...scope, variables, ...(captured ? { captured } : {}) }, declared);
    if (!pruned) continue;
    kept.push(pruned);
    for (const [name, variable] of declared) {
      variables.set(name, variable);
      captured?.delete(name);
    }
  }
  return kept;
}

/**
 * Makes any tree a program that both compilers accept as well typed: drops what refers to nothing, fills in what is
 * missing. Generation, repair and shrinking all end here, so that none of them has to keep track by itself.
 */
export function prune(subject: Subject): Subject {
  const variables = new Map<string, ScopeVariable>(
    subject.parameters.map(({ name, by, type }) => [name, { kind: by, name, type }]),
  );
  const { returns } = subject;
  const scope: Scope = { variables, labels: new Map(), ...(returns === undefined ? {} : { returns }) };
  const body = pruneBlock(subject.body, scope);
  const last = body[body.length - 1];
  if (returns === undefined || last?.kind === "return") return { ...subject, body };
  return { ...subject, body: [...body, { kind: "return", value: { kind: "make", type: returns } }] };
}
