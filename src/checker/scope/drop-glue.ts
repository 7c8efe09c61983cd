import type { TSESTree } from "@typescript-eslint/types";
import { memberName } from "../syntax/member-name.js";
import { runningChildren } from "../syntax/children.js";

type Method = TSESTree.FunctionExpression;

/**
 * The methods that make up a class's drop glue: `[Symbol.dispose]()`, `[Symbol.asyncDispose]()`, and what these call of the
 * class itself. They end the object, so that what its fields hold is theirs to consume, as rustc's drop glue does.
 *
 * @example
 * // class Service { #c = open(); close() { eat(this.#c); } [Symbol.dispose]() { this.close(); } }   // both methods
 */
export function dropGlueOf({ body }: TSESTree.ClassBody): Set<Method> {
  const methods = new Map<string, Method>();
  const glue = new Set<Method>();
  const pending: Method[] = [];
  for (const member of body) {
    if (member.type !== "MethodDefinition" || member.value.type !== "FunctionExpression" || member.static) continue;
    const name = keyName(member);
    if (name === undefined) continue;
    methods.set(name, member.value);
    if (DISPOSE.has(name)) pending.push(member.value);
  }
  for (let method = pending.pop(); method !== undefined; method = pending.pop()) {
    if (glue.has(method)) continue;
    glue.add(method);
    for (const name of calledOnReceiver(method)) {
      const called = methods.get(name);
      if (called !== undefined) pending.push(called);
    }
  }
  return glue;
}

const DISPOSE: ReadonlySet<string> = new Set(["[Symbol.dispose]", "[Symbol.asyncDispose]"]);

function keyName({ key, computed }: TSESTree.MethodDefinition): string | undefined {
  switch (key.type) {
    case "Identifier":
      return computed ? undefined : key.name;
    case "PrivateIdentifier":
      return `#${key.name}`;
    case "MemberExpression":
      return computed && key.object.type === "Identifier" && key.object.name === "Symbol"
        ? `[Symbol.${memberName(key) ?? ""}]`
        : undefined;
    default:
      return undefined;
  }
}

/** The names of the methods that are called on `this`, in the body and in the arrow functions in it. */
function calledOnReceiver(method: Method): Set<string> {
  const names = new Set<string>();
  const visit = (node: TSESTree.Node): void => {
    if (node.type === "FunctionExpression" || node.type === "FunctionDeclaration") return;
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
      const { object, property } = node.callee;
      const name = memberName(node.callee);
      if (object.type === "ThisExpression") {
        if (name !== undefined) names.add(name);
        else if (property.type === "MemberExpression") names.add(`[Symbol.${memberName(property) ?? ""}]`);
      }
    }
    for (const child of runningChildren(node)) visit(child);
  };
  visit(method.body);
  return names;
}
