import type { TSESTree } from "@typescript-eslint/types";
import { BORROWING_CLOSURE, localOf } from "../builder/bindings.js";
import { readExpression } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { use } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";

/**
 * A class definition: what runs where it stands is its superclass, decorators and computed keys. Its
 * methods and initialisers are bodies of their own and only borrow what they capture.
 */
export function lowerClass(b: FunctionBuilder, node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): Value {
  for (const decorator of node.decorators) readExpression(b, decorator.expression);
  if (node.superClass) readExpression(b, node.superClass);
  for (const member of node.body.body) {
    if (member.type === "StaticBlock" || member.type === "TSIndexSignature") continue;
    for (const decorator of member.decorators) readExpression(b, decorator.expression);
    if (member.computed) readExpression(b, member.key);
  }
  return capturesWithin(b, node);
}

function capturesWithin(b: FunctionBuilder, node: TSESTree.Node): Value {
  let loanHolder;
  for (const child of b.body.children) {
    if (child.node.range[0] < node.range[0] || node.range[1] < child.node.range[1]) continue;
    for (const { binding, use: inside } of b.context.captures.get(child.node) ?? []) {
      const local = localOf(b, binding);
      if (local === undefined) continue;
      loanHolder ??= b.temporary(node, BORROWING_CLOSURE, "class");
      use(
        b,
        { kind: "place", path: local.root, facts: local.facts, node, text: local.name, computed: false },
        { kind: "capture", use: inside },
        node,
        loanHolder,
      );
    }
  }
  return loanHolder === undefined ? NONE : { kind: "lent", loanHolder, facts: BORROWING_CLOSURE, node };
}
