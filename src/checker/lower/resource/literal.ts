import type { TSESTree } from "@typescript-eslint/types";
import type { Local } from "../../ir/local.js";
import { fieldPath } from "../../ir/move-path.js";
import { NOTHING } from "../../oracle/type-facts.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import type { HandleValue } from "../builder/value.js";
import { escape, handleValue } from "../builder/handle.js";

/** The resources among the parts of an object or array literal: the literal names them by its parts. */
export class LiteralHandles {
  #literal: Local | undefined;

  constructor(
    readonly b: FunctionBuilder,
    readonly node: TSESTree.Expression,
  ) {}

  /** Takes one part. */
  take(name: string, value: HandleValue, node: TSESTree.Node): void {
    this.#literal ??= this.b.newLocal("temporary", "literal", this.node, NOTHING, undefined);
    this.b.emit({ kind: "alias", from: value.path, to: fieldPath(this.#literal.root, name), node });
    if (!/^[\w$#-]+$/u.test(name)) escape(this.b, value, { kind: "store" }, node);
  }

  /** The literal, where it has a resource in it. */
  finish(): HandleValue | undefined {
    if (this.#literal === undefined) return undefined;
    const held = this.b.context.pointsTo.heldBy(this.node);
    const value = handleValue(this.#literal.root, held, this.node, "value");
    if (held.length > 0) return value;
    escape(this.b, value, { kind: "store" }, this.node);
    return undefined;
  }
}
