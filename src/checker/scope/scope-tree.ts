import type { TSESTree } from "@typescript-eslint/types";
import type { Binding, BindingKind } from "./binding.js";
import type { Body } from "./body.js";

/** One lexical scope while names are collected. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly body: Body;
  /** Where `var` goes: the outermost scope of the body. */
  readonly hoist: Scope | undefined;
  readonly names: Map<string, Binding>;
}

/** Opens a scope inside another, or the outermost one of a body. */
export function openScope(parent: Scope | undefined, body: Body): Scope {
  const outermost = parent?.body !== body;
  return { parent, body, hoist: outermost ? undefined : (parent.hoist ?? parent), names: new Map() };
}

/** Declares a name; a second `var`, or an overload, is the same binding. */
export function declareName(scope: Scope, node: TSESTree.Identifier, kind: BindingKind): Binding {
  const target = kind === "var" ? (scope.hoist ?? scope) : scope;
  const known = target.names.get(node.name);
  if (known !== undefined) return known;
  const binding: Binding = {
    name: node.name,
    kind,
    node,
    body: target.body,
    captured: false,
    exported: false,
    values: [],
    reassigned: false,
    functions: new Set(),
  };
  target.names.set(node.name, binding);
  target.body.bindings.push(binding);
  return binding;
}

/** Finds a name from a scope outwards. */
export function findName(from: Scope, name: string): Binding | undefined {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
    const binding = scope.names.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

/** The identifiers that a pattern introduces, in order. */
export function boundIdentifiers(pattern: TSESTree.Node): TSESTree.Identifier[] {
  const found: TSESTree.Identifier[] = [];
  const stack: (TSESTree.Node | null)[] = [pattern];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === null) continue;
    switch (node.type) {
      case "Identifier":
        found.push(node);
        break;
      case "ObjectPattern":
        stack.push(...node.properties.toReversed());
        break;
      case "Property":
        stack.push(node.value);
        break;
      case "ArrayPattern":
        stack.push(...node.elements.toReversed());
        break;
      case "AssignmentPattern":
        stack.push(node.left);
        break;
      case "RestElement":
        stack.push(node.argument);
        break;
      case "TSParameterProperty":
        stack.push(node.parameter);
        break;
      default:
      // A member expression in an assignment pattern introduces nothing.
    }
  }
  return found;
}
