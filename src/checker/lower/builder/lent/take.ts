import type { TSESTree } from "@typescript-eslint/types";
import type { Local } from "../../../ir/local.js";
import type { MovePath } from "../../../ir/move-path.js";
import type { FunctionBuilder } from "../function-builder.js";
import { lenderOf } from "./lent.js";
import type { Value } from "../value.js";

/** Notes that a variable holds what a place lends it. */
export function noteLent(b: FunctionBuilder, holder: Local, value: Value): void {
  if (value.kind === "none") return;
  const place = lenderOf(value);
  b.lentFrom.set(holder, { node: value.node, place });
  if (place !== undefined) addCandidate(b, value.node, place, holder, false, false);
}

/** Notes that a callback is lent an element of its container, which it may consume instead: then the container gives all away. */
export function noteElement(b: FunctionBuilder, element: Local, parameter: TSESTree.Node): void {
  b.lentFrom.set(element, { node: parameter, place: undefined, element: true });
}

/** Notes that a literal holds what a place lends it: `[a, this.b] = [this.b, a]` takes it out. */
export function notePart(b: FunctionBuilder, value: Value): void {
  const place = lenderOf(value);
  if (value.kind !== "none" && place !== undefined) addCandidate(b, value.node, place, undefined, false, false);
}

/** Notes that a place behind a borrow was moved out of, which is an error unless it is filled again at once. */
export function noteMovedOut(b: FunctionBuilder, value: Value, call: boolean): void {
  if (value.kind !== "place" || value.computed) return;
  const from = b.lentFrom.get(value.path.local);
  if (from?.element === true) addCandidate(b, from.node, value.path.local.root, undefined, false, true);
  else if (from?.place?.local.endsHere === true) addCandidate(b, from.node, from.place, undefined, false, true);
  else if (value.path.local.notOwned === "module" || (value.path.local.notOwned !== undefined && value.path.parent))
    addCandidate(b, value.node, value.path, undefined, call, false);
}

function addCandidate(
  b: FunctionBuilder,
  node: TSESTree.Node,
  place: MovePath,
  holder: Local | undefined,
  call: boolean,
  ends: boolean,
): void {
  const { id, instructions } = b.current;
  b.takeCandidates.push({
    node,
    place,
    holder,
    block: id,
    at: instructions.length,
    call,
    ends,
  });
}

/**
 * A variable that was lent something may be given a value of its own, to be put into the place that lends: `let c = cache.get(k);
 * if (c === undefined) { c = open(); cache.set(k, c); }`. From then on it is lent that one.
 *
 * @param source the expression that was moved into the place
 */
export function lendBack(b: FunctionBuilder, source: TSESTree.Expression, lender: MovePath): void {
  if (lender.local.notOwned === undefined || source.type !== "Identifier") return;
  const binding = b.context.scopes.bindingOf.get(source);
  const local = binding === undefined ? undefined : b.table.get(binding);
  if (local === undefined || !b.lentFrom.has(local) || local.notOwned !== undefined) return;
  b.emit({ kind: "subset", from: lender.local, to: local, node: source });
  b.emit({ kind: "assign", place: local.root, value: "lent", initial: true, node: source });
}

/** Whether a value is read by an expression that takes it out of its place, and has not been taken out yet. */
export function isTaken(b: FunctionBuilder, value: Value): boolean {
  return (
    b.taken.size > 0 &&
    value.kind !== "none" &&
    b.taken.has(value.node) &&
    !(value.kind === "place" && value.path.local.kind === "temporary")
  );
}
