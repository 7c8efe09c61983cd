import type { FunctionBuilder } from "../function-builder.js";
import { extendLoan, transfer, use } from "../transfer.js";
import type { Value } from "../value.js";

/** Takes the value out of the place that keeps it: from here on a temporary owns it. */
export function takeOut(b: FunctionBuilder, value: Value): Value {
  if (value.kind === "none" || value.kind === "handle" || value.facts.ownership !== "owned") return value;
  const { node, facts } = value;
  const text = value.kind === "place" ? value.text : undefined;
  const taken = b.temporary(node, facts, text);
  if (value.kind === "lent") extendLoan(b, value.loanHolder, node);
  else if (value.path.local.endsHere) transfer(b, value, "move", { kind: "assign" }, node, taken);
  else use(b, value, { kind: "use" }, node);
  b.emit({ kind: "assign", place: taken.root, value: "owned", initial: true, node });
  return { kind: "place", path: taken.root, facts, node, text: text ?? taken.name, computed: false };
}
