import { declareHandle } from "../builder/handle.js";
import { assumeLiteral } from "../resource/condition.js";
import type { TSESTree } from "@typescript-eslint/types";
import { declareLocal } from "../builder/bindings.js";
import { lowerForDestination } from "../expression/expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { declarePattern } from "../expression/pattern.js";

/** `let`, `const`, `var`, `using` and `await using` declarations. */
export function lowerVariables(b: FunctionBuilder, node: TSESTree.VariableDeclaration): void {
  if (node.declare) return;
  for (const { id, init } of node.declarations) {
    if (init) {
      const value = lowerForDestination(b, init);
      declarePattern(b, id, value, init, init);
    } else if (id.type === "Identifier") {
      const binding = b.context.scopes.bindingOf.get(id);
      if (binding === undefined) continue;
      declareHandle(b, binding, undefined, id);
      declareLocal(b, binding, id);
      assumeLiteral(b, id, null, id);
    }
  }
}
