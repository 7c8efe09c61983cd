import type { TSESTree } from "@typescript-eslint/types";
import type { Local } from "../../ir/local.js";
import { NOTHING } from "../../oracle/type-facts.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import type { HandleValue } from "../builder/value.js";
import { handleValue } from "../builder/handle.js";

/** The resources that several ways end in: one place names whichever it is. */
export class JoinedHandles {
  #joined: Local | undefined;
  readonly #arrived: HandleValue[] = [];

  constructor(
    readonly b: FunctionBuilder,
    readonly node: TSESTree.Expression,
  ) {}

  /** One way ends here with this value. */
  arrive(value: HandleValue, node: TSESTree.Node): void {
    this.#joined ??= this.b.newLocal("temporary", "value", this.node, NOTHING, undefined);
    this.#arrived.push(value);
    this.b.emit({ kind: "alias", from: value.path, to: this.#joined.root, node });
  }

  /** The value where all ways have met; nothing when none of them has a resource. */
  close(): HandleValue | undefined {
    if (this.#joined === undefined) return undefined;
    const functions = this.#arrived.flatMap((value) => value.functions ?? []);
    const value = handleValue(this.#joined.root, this.#held(), this.node);
    return functions.length === 0 ? value : { ...value, functions };
  }

  #held(): HandleValue["held"] {
    return [...new Set(this.#arrived.flatMap(({ held }) => held))];
  }
}
