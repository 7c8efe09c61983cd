import type { TSESTree } from "@typescript-eslint/types";
import type { MoveReason } from "../../ir/instruction.js";
import type { Local } from "../../ir/local.js";
import { fieldPath, type MovePath } from "../../ir/move-path.js";
import type { EscapeHow } from "../../ir/resource.js";
import type { Reason } from "../../oracle/resource-oracle.js";
import { NOTHING } from "../../oracle/type-facts.js";
import type { Binding } from "../../scope/binding.js";
import type { FunctionBuilder } from "./function-builder.js";
import type { HandleValue, Value } from "./value.js";
import { CAPTURED, isModule, partOf, type Held } from "../../points-to/points-to.js";

/** The value that a place is, as far as resources go. */
export function handleValue(path: MovePath, held: readonly Held[], node: TSESTree.Node, text = path.text): HandleValue {
  return { kind: "handle", path, held, facts: NOTHING, node, text };
}

/** The local of a name that may hold a resource; made when it is first needed. */
export function handleLocal(b: FunctionBuilder, binding: Binding): Local | undefined {
  if (b.context.pointsTo.of(binding).length === 0) return undefined;
  const outer = binding.body !== b.body;
  if (outer && isModule(binding.body)) return undefined;
  let local = b.resources.handles.get(binding);
  if (local === undefined) {
    const kind = outer ? "capture" : binding.kind === "parameter" ? "parameter" : "variable";
    local = b.newLocal(kind, binding.name, binding.node, NOTHING, undefined, binding.kind === "using");
    b.resources.handles.set(binding, local);
  }
  return local;
}

/** What a name gives access to, where it may hold a resource. */
export function handleOfName(b: FunctionBuilder, binding: Binding, node: TSESTree.Node): HandleValue | undefined {
  const local = handleLocal(b, binding);
  if (local === undefined) return undefined;
  const value = handleValue(local.root, b.context.pointsTo.of(binding), node);
  return binding.functions.size === 0 ? value : { ...value, functions: [...binding.functions] };
}

/** Begins the life of a variable that may hold a resource, and gives it its first value. */
export function declareHandle(
  b: FunctionBuilder,
  binding: Binding,
  value: Value | undefined,
  node: TSESTree.Node,
): boolean {
  const local = handleLocal(b, binding);
  if (local === undefined) return false;
  // One storage for the whole function, however often the declaration is passed.
  if (binding.kind !== "var") b.emit({ kind: "forget", place: local.root, node });
  if (value !== undefined) writeHandle(b, binding, local, value, node);
  return true;
}

/** Writes a value to a name that may hold a resource. */
export function writeHandle(
  b: FunctionBuilder,
  binding: Binding,
  local: Local,
  value: Value,
  node: TSESTree.Node,
): void {
  b.emit({ kind: "havoc", variable: variableKey(binding), node });
  if (value.kind !== "handle") {
    b.emit({ kind: "forget", place: local.root, node });
    return;
  }
  b.emit({ kind: "alias", from: value.path, to: local.root, node });
  const closure = b.resources.capturedBy.get(local);
  if (closure !== undefined) escape(b, value, { kind: "closure", use: closure }, node);
  if (local.kind === "capture") escape(b, value, { kind: "store" }, node);
  else if (binding.exported) escape(b, value, { kind: "export" }, node);
  else if (local.using) escape(b, value, { kind: "using" }, node);
}

/** The resource, or all that the value has in it, gets out of the function's hands. */
export function escape(
  b: FunctionBuilder,
  { path }: HandleValue,
  how: EscapeHow,
  node: TSESTree.Node,
  reasons: readonly Reason[] = [],
): void {
  b.emit({ kind: "escape", place: path, how, node, reasons });
}

/** A part of a value: of an object that has a resource in it that resource, of a resource nothing to look after. */
export function partOfHandle(
  b: FunctionBuilder,
  value: HandleValue,
  name: string,
  node: TSESTree.Node,
): HandleValue | undefined {
  const held = partOf(value.held, name);
  if (held.length > 0) return handleValue(fieldPath(value.path, name), held, node, `${value.text}.${name}`);
  const taken = ownFacts(value).find(({ releaseMethods }) => releaseMethods.has(name));
  // `promise.finally(handle.close)`: whoever gets the method may call it.
  if (taken !== undefined) escape(b, value, { kind: "method", name }, node);
  return undefined;
}

/** The kinds of resource that the value itself may be. */
export function ownFacts({ held }: HandleValue): readonly Held["facts"][] {
  return held.filter(({ path }) => path.length === 0).map(({ facts }) => facts);
}

/** Whether the value is a function that captured resources, and none itself. */
export function isClosure({ held }: HandleValue): boolean {
  return held.length > 0 && held.every(({ path }) => path[0]?.startsWith(CAPTURED) === true);
}

/** A variable's name in conditions: one for each binding of a file. */
export function variableKey({ name, node }: Binding): string {
  return `${name}@${node.range[0]}`;
}

/** Takes a value out of this function's hands, as far as its names go. */
export function transferHandle(b: FunctionBuilder, value: HandleValue, reason: MoveReason, node: TSESTree.Node): void {
  switch (reason.kind) {
    case "return":
    case "yield":
    case "throw":
    case "store":
    case "spread":
      escape(b, value, { kind: reason.kind }, node);
      return;
    case "argument":
    case "receiver":
      escape(b, value, { kind: reason.kind, callee: reason.callee }, node);
      return;
    case "await":
      return;
    case "assign":
    case "call":
    case "capture":
    case "iterate":
      escape(b, value, { kind: "store" }, node);
  }
}

/** `for await (const entry of dir)`: read to its end, or closed by leaving the loop; a list of resources is given away. */
export function iterateHandle(b: FunctionBuilder, value: HandleValue, node: TSESTree.Node): void {
  for (const { facts, path } of value.held) {
    if (path.length > 0) {
      escape(b, value, { kind: "spread" }, node);
      return;
    }
    b.emit({ kind: "operate", place: value.path, how: "method", what: value.text, node });
    if (facts.drained)
      b.emit({ kind: "release", place: value.path, facts, how: { kind: "drained" }, node, reasons: [] });
  }
}

/** `constructor(private readonly client: Client)` puts the parameter into the field. */
export function storeParameterProperties(b: FunctionBuilder, parameters: readonly TSESTree.Parameter[]): void {
  for (const parameter of parameters) {
    if (parameter.type !== "TSParameterProperty") continue;
    const name = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
    const binding = b.context.scopes.bindingOf.get(name);
    const value = binding === undefined ? undefined : handleOfName(b, binding, name);
    if (value !== undefined) escape(b, value, { kind: "store", field: value.text }, parameter);
  }
}
