import type { TSESTree } from "@typescript-eslint/types";
import type { IllegalMove } from "../../ir/lowering-error.js";
import type { MoveReason, UseKind } from "../../ir/instruction.js";
import type { Local } from "../../ir/local.js";
import { dropGlueAround, fieldPath, restPath, type MovePath } from "../../ir/move-path.js";
import type { Passing } from "../../oracle/call-facts.js";
import type { FunctionBuilder } from "./function-builder.js";
import { transferHandle } from "./handle.js";
import { isLent } from "./lent/lent.js";
import { noteMovedOut } from "./lent/take.js";
import type { PlaceValue, Shape, Value } from "./value.js";

/** How a value, owned here or only lent, enters the destination that an expression is written into. */
export function passingInto(b: FunctionBuilder, value: Value, source: TSESTree.Expression): Passing {
  const owned = value.kind !== "none" && value.facts.ownership === "owned" && !value.facts.fnOnce;
  if (!owned) return "move";
  const passing = b.context.oracle.expected(source);
  // What is lent was lost, if at all, where it was lent.
  return value.kind === "lent" && passing === "erase" ? "borrow" : passing;
}

/** What became of a value when it entered its destination. */
export type Transferred = "moved" | "copied";

/**
 * Takes a value into a destination: moves it, lends it, or copies it.
 *
 * @param into The local that holds the value from now on, or the references to it.
 */
export function transfer(
  b: FunctionBuilder,
  value: Value,
  passing: Passing,
  reason: MoveReason,
  node: TSESTree.Node,
  into?: Local,
): Transferred {
  switch (value.kind) {
    case "none":
      return "copied";
    case "lent":
      extendLoan(b, value.loanHolder, node);
      if (into !== undefined) b.emit({ kind: "subset", from: value.loanHolder, to: into, node });
      if (value.facts.ownership === "owned" && passing === "move") {
        b.reportError(node, { code: "MC0507", place: textOf(node), notOwned: "borrowed", local: undefined });
        return "copied";
      }
      return "copied";
    case "place":
      return transferPlace(b, value, passing, reason, node, into);
    case "handle":
      transferHandle(b, value, reason, node);
      return "copied";
  }
}

function transferPlace(
  b: FunctionBuilder,
  value: PlaceValue,
  passing: Passing,
  reason: MoveReason,
  node: TSESTree.Node,
  into: Local | undefined,
): Transferred {
  const { path, facts } = value;
  if (facts.ownership === "owned" && passing === "move") {
    const illegal = illegalMove(value);
    if (illegal === undefined) {
      b.emit({ kind: "move", place: path, reason, node });
      if (into !== undefined) b.emit({ kind: "subset", from: path.local, to: into, node });
      return "moved";
    }
    use(b, value, { kind: "use" }, node);
    b.reportError(node, illegal);
    noteMovedOut(b, value, reason.kind === "argument" || reason.kind === "receiver");
    return "copied";
  }
  if (facts.ownership === "owned") {
    // Nobody else has what is erased without ever having had a name: one error is enough.
    if (passing === "erase" && path.local.kind === "temporary") b.emit({ kind: "move", place: path, reason, node });
    else use(b, value, { kind: "borrow" }, node, into);
    if (passing === "erase") b.reportError(node, { code: "MC1003", how: "forgotten", place: value.text, type: "any" });
    return "copied";
  }
  use(b, value, { kind: "use" }, node);
  if (facts.ownership === "borrow" && into !== undefined) b.emit({ kind: "subset", from: path.local, to: into, node });
  return "copied";
}

/** Looks at a place; with a loan holder, lends it for as long as the holder may be used. */
export function use(
  b: FunctionBuilder,
  value: PlaceValue,
  how: UseKind,
  node: TSESTree.Node,
  loanHolder?: Local,
): void {
  const { path, facts } = value;
  if (path.local.facts.ownership === "borrow" || path.local.notOwned === "borrowed") {
    // A reference is copied: what it points to stays borrowed from wherever it came.
    b.emit({ kind: "use", place: path, how, loanHolder: undefined, node });
    if (loanHolder !== undefined && facts.ownership !== "none")
      b.emit({ kind: "subset", from: path.local, to: loanHolder, node });
    return;
  }
  b.emit({ kind: "use", place: path, how, loanHolder, node });
  if (loanHolder !== undefined) b.emit({ kind: "subset", from: path.local, to: loanHolder, node });
}

/** Extends a loan up to here by a use of its holder that reads nothing (rustc's fake read). */
export function extendLoan(b: FunctionBuilder, loanHolder: Local, node: TSESTree.Node): void {
  b.emit({ kind: "use", place: loanHolder.root, how: { kind: "use" }, loanHolder: undefined, node });
}

/** Reads a value where neither ownership nor a reference leaves. */
export function read(b: FunctionBuilder, value: Value, node: TSESTree.Node, how: UseKind = { kind: "use" }): void {
  if (value.kind === "place" && !(value.path.local.kind === "temporary" && value.path.parent === undefined))
    use(b, value, how, node);
  else if (value.kind === "lent") extendLoan(b, value.loanHolder, node);
}

/** MC0507: a reference is given where the value itself is wanted; whether it was. */
export function checkOwnerWanted(b: FunctionBuilder, value: Value, node: TSESTree.Expression): boolean {
  if (value.kind === "none" || value.facts.ownership !== "borrow" || value.facts.name === "closure") return false;
  const wanted = b.context.oracle.contextualType(node)?.ownership === "owned";
  if (wanted) reportBorrowed(b, value, node);
  return wanted;
}

/** MC0505: what `using` holds, or a reference to it, is returned. */
export function checkDisposedOf(b: FunctionBuilder, value: Value, node: TSESTree.Expression): void {
  if (value.kind !== "place" || value.facts.ownership !== "owned") return;
  value.path.local.returned = true;
  if (!value.path.local.using || value.path.local.kind === "capture") return;
  const wanted = b.context.oracle.contextualType(node);
  if (wanted === undefined || wanted.ownership === "owned" || wanted.ownership === "borrow")
    b.reportError(node, { code: "MC0505", place: value.text, local: value.path.local });
}

/** MC0507 for a reference where an owner is wanted. */
export function reportBorrowed(b: FunctionBuilder, value: Value, node: TSESTree.Node): void {
  const place = value.kind === "place" ? value.text : textOf(node);
  b.reportError(node, {
    code: "MC0507",
    place,
    notOwned: "borrowed",
    local: value.kind === "place" ? value.path.local : undefined,
  });
}

/**
 * Makes a container empty, whatever was in it: `map.clear()`, `list.length = 0`. What was moved out of it may be used
 * again afterwards, what was still owed has leaked.
 *
 * @returns false when the value is no container of this function's own
 */
export function emptyContainer(b: FunctionBuilder, value: Value, node: TSESTree.Node): boolean {
  if (
    value.kind !== "place" ||
    value.computed ||
    value.path.local.notOwned !== undefined ||
    value.path.local.kind === "capture"
  )
    return false;
  const { facts } = value.path;
  if (facts.ownership !== "owned" || !facts.container || facts.dropGlue) return false;
  b.emit({ kind: "assign", place: value.path, value: "empty", initial: false, node });
  return true;
}

/** Puts a value into a place. */
export function store(
  b: FunctionBuilder,
  value: Value,
  to: MovePath,
  passing: Passing,
  initial: boolean,
  node: TSESTree.Node,
): void {
  const source = value.kind === "none" ? node : value.node;
  if (passing === "move" && to.parent === undefined && to.local.notOwned === undefined && isLent(value)) {
    transfer(b, value, "borrow", { kind: "assign" }, source, to.local);
    b.emit({ kind: "assign", place: to, value: "lent", initial, node });
    b.lentFrom.set(to.local, { node: source, place: undefined });
    return;
  }
  if (to.parent === undefined && to.facts.ownership === "borrow") {
    // The old references end before the new ones come in: liveness must see it in this order.
    b.emit({ kind: "assign", place: to, value: "empty", initial, node });
    transfer(b, value, passing, { kind: "assign" }, source, to.local);
    return;
  }
  const transferred = transfer(b, value, passing, { kind: "assign" }, source, to.local);
  if (
    to.facts.ownership === "owned" &&
    !to.facts.fnOnce &&
    value.kind !== "none" &&
    value.facts.ownership === "borrow" &&
    to.local.notOwned !== "borrowed"
  ) {
    reportBorrowed(b, value, source);
  }
  b.emit({ kind: "assign", place: to, value: transferred === "moved" ? "owned" : "empty", initial, node });
  if (transferred === "moved" && value.kind === "place" && value.shape !== undefined)
    emptyOutside(b, to, value.shape, node);
}

/** What a fresh literal is known not to hold, its place does not owe. */
function emptyOutside(b: FunctionBuilder, to: MovePath, shape: Shape, node: TSESTree.Node): void {
  if (to.facts.dropGlue) return;
  const names = new Set(to.facts.members);
  for (const name of shape.keys()) if (to.facts.container) names.add(name);
  for (const name of names) {
    const path = fieldPath(to, name);
    const inner = shape.get(name);
    if (!shape.has(name)) b.emit({ kind: "assume-empty", place: path, node });
    else if (inner !== undefined) emptyOutside(b, path, inner, node);
  }
  if (to.facts.container) b.emit({ kind: "assume-empty", place: restPath(to), node });
}

/** Why a place can't be moved out of, in the order in which rustc looks. */
export function illegalMove(value: PlaceValue): IllegalMove | undefined {
  const { path, text, computed } = value;
  const { local } = path;
  if (computed) return { code: "MC0508", place: text, type: path.facts.name };
  if (local.notOwned !== undefined) return { code: "MC0507", place: text, notOwned: local.notOwned, local };
  const [owner] = dropGlueAround(path);
  return owner === undefined ? undefined : { code: "MC0509", place: text, type: owner.facts.name };
}

/** A name for an expression in messages: as written when it is a chain of names, else "value". */
export function textOf(node: TSESTree.Node): string {
  const parts: string[] = [];
  let at = node;
  for (;;) {
    switch (at.type) {
      case "Identifier":
        return [at.name, ...parts].join("");
      case "ThisExpression":
        return ["this", ...parts].join("");
      case "MemberExpression":
        if (at.computed) parts.unshift(at.property.type === "Literal" ? `[${at.property.raw}]` : "[_]");
        else parts.unshift(at.property.type === "PrivateIdentifier" ? `.#${at.property.name}` : `.${at.property.name}`);
        at = at.object;
        break;
      case "CallExpression":
        parts.unshift("(..)");
        at = at.callee;
        break;
      case "ChainExpression":
      case "TSNonNullExpression":
      case "TSAsExpression":
        at = at.expression;
        break;
      default:
        return "value";
    }
  }
}
