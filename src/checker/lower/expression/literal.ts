import type { TSESTree } from "@typescript-eslint/types";
import type { MoveReason } from "../../ir/instruction.js";
import type { Local } from "../../ir/local.js";
import { fieldPath } from "../../ir/move-path.js";
import type { TypeFacts } from "../../oracle/type-facts.js";
import { BORROWING_CLOSURE } from "../builder/bindings.js";
import { storeFnOnce } from "./call/call-checks.js";
import { closureValue } from "../capture/closure.js";
import { lowerExpression, lowerForDestination, readExpression } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { isPure } from "../../syntax/is-pure.js";
import { keyName } from "../builder/field-name.js";
import { isLent } from "../builder/lent/lent.js";
import { notePart } from "../builder/lent/take.js";
import { checkOwnerWanted, illegalMove, extendLoan, passingInto, read, transfer } from "../builder/transfer.js";
import { NONE, type PlaceValue, type Shape, type Value } from "../builder/value.js";
import { LiteralHandles } from "../resource/literal.js";

/** Literals longer than this are not followed element by element. */
const MAX_ELEMENTS = 64;

/** A value that an expression makes: owed by a temporary until somebody takes it. */
export function ownedResult(b: FunctionBuilder, node: TSESTree.Node, facts: TypeFacts, shape?: Shape): PlaceValue {
  const fresh = b.temporary(node, facts);
  const empty = shape?.size === 0;
  b.emit({ kind: "assign", place: fresh.root, value: empty ? "empty" : "owned", initial: true, node });
  return { kind: "place", path: fresh.root, facts, node, text: "value", computed: false, shape };
}

/** An object or array literal while its parts are evaluated. */
class LiteralInProgress {
  readonly shape = new Map<string, Shape | undefined>();
  /** Elements of a container that was only lent are in it. */
  lendsElements = false;
  /** What was lent would be owned had it been moved: then the type says that the literal owns it. */
  #lendsOwned = false;
  /** Parts that are lent: so is the literal, unless it owns another part. */
  readonly #lentParts: { readonly value: Value; readonly node: TSESTree.Expression }[] = [];
  readonly #onTheWay: Local[] = [];
  #loanHolder: Local | undefined;
  readonly #handles: LiteralHandles;

  constructor(
    readonly b: FunctionBuilder,
    readonly node: TSESTree.Expression,
  ) {
    this.#handles = new LiteralHandles(b, node);
  }

  /** Takes one part; `waits` when another part is evaluated after it that may throw. */
  take(name: string, value: Value, node: TSESTree.Expression, waits: boolean): void {
    const { b } = this;
    if (value.kind === "handle") {
      this.#handles.take(name, value, node);
      return;
    }
    if (value.kind === "none" || storeFnOnce(b, value, node)) return;
    checkOwnerWanted(b, value, node);
    const owned = value.facts.ownership === "owned";
    const passing = passingInto(b, value, node);
    if (owned && passing === "move" && value.kind === "place" && illegalMove(value) === undefined) {
      this.shape.set(name, value.shape);
      this.#moveIn(value, { kind: "store" }, node, waits);
      return;
    }
    if (owned && passing === "move" && isLent(value)) {
      this.#lentParts.push({ value, node });
      return;
    }
    this.lend(value, passing, node);
  }

  /** Takes what a value holds; `waits` as for {@link take}. */
  spread(value: Value, node: TSESTree.Expression, waits: boolean): void {
    if (value.kind === "place" && illegalMove(value) === undefined)
      this.#moveIn(value, { kind: "spread" }, node, waits);
    else transfer(this.b, value, "move", { kind: "spread" }, node);
  }

  /** What waits is owed by a temporary until the literal is there. */
  #moveIn(value: PlaceValue, reason: MoveReason, node: TSESTree.Expression, waits: boolean): void {
    const { b } = this;
    if (!waits || value.path.local.using) {
      transfer(b, value, "move", reason, node, this.#loanHolder);
      return;
    }
    const temporary = b.temporary(node, value.facts, value.text);
    transfer(b, value, "move", reason, node, temporary);
    b.emit({ kind: "assign", place: temporary.root, value: "owned", initial: true, node });
    this.#onTheWay.push(temporary);
  }

  lend(value: Value, passing: "move" | "borrow" | "erase", node: TSESTree.Expression): void {
    this.#lendsOwned ||= value.kind !== "none" && value.facts.ownership === "owned";
    this.#loanHolder ??= this.b.temporary(this.node, BORROWING_CLOSURE);
    transfer(this.b, value, passing, { kind: "store" }, node, this.#loanHolder);
  }

  finish(movesAll: boolean): Value {
    const { b, node } = this;
    const ownsPart = this.shape.size > 0 || movesAll;
    for (const part of this.#lentParts) {
      this.lendsElements ||= !ownsPart;
      this.lend(part.value, ownsPart ? "move" : "borrow", part.node);
    }
    for (const { value } of this.#lentParts) notePart(b, value);
    for (const temporary of this.#onTheWay)
      b.emit({ kind: "move", place: temporary.root, reason: { kind: "store" }, node });
    if (this.#loanHolder !== undefined) extendLoan(b, this.#loanHolder, node);
    const handle = this.#handles.finish();
    // The compiler checks a literal anew each time it is asked: of literals in literals that takes the cube of their depth.
    const asked = this.shape.size > 0 || movesAll || this.lendsElements || this.#lendsOwned || isBare(node);
    const facts = asked ? b.context.oracle.typeOf(node) : undefined;
    if (this.lendsElements && this.shape.size === 0 && this.#loanHolder !== undefined && facts !== undefined)
      return { kind: "lent", loanHolder: this.#loanHolder, facts, node };
    if (facts?.ownership === "owned" || this.shape.size > 0) {
      const type: TypeFacts =
        facts?.ownership === "owned"
          ? facts
          : { ...BORROWING_CLOSURE, ownership: "owned", dropGlue: true, name: facts?.name ?? "object" };
      const value = ownedResult(b, node, type, movesAll ? undefined : this.shape);
      if (this.#loanHolder !== undefined)
        b.emit({ kind: "subset", from: this.#loanHolder, to: value.path.local, node });
      return value;
    }
    return this.#loanHolder === undefined
      ? (handle ?? NONE)
      : { kind: "lent", loanHolder: this.#loanHolder, facts: BORROWING_CLOSURE, node };
  }
}

/** An array without an element of its own: what it will hold, only its type tells. */
function isBare(node: TSESTree.Expression): boolean {
  return (
    node.type === "ArrayExpression" &&
    node.elements.every((element) => element === null || element.type === "SpreadElement")
  );
}

/** `[a, b, ...c]`. */
export function lowerArray(b: FunctionBuilder, node: TSESTree.ArrayExpression): Value {
  const literal = new LiteralInProgress(b, node);
  let spread = node.elements.length > MAX_ELEMENTS;
  const lastHard = node.elements.findLastIndex((element) => element !== null && !isPure(element));
  for (const [index, element] of node.elements.entries()) {
    if (element === null) continue;
    if (element.type !== "SpreadElement") {
      literal.take(String(index), lowerForDestination(b, element), element, index < lastHard);
      continue;
    }
    const value = lowerExpression(b, element.argument, "move");
    if (value.kind === "none") {
      spread ||= b.context.oracle.iterated(element.argument).ownership === "owned";
      continue;
    }
    const owned =
      value.facts.ownership === "owned" && b.context.oracle.iterated(element.argument).ownership === "owned";
    if (owned && isLent(value)) {
      literal.lendsElements = true;
      literal.lend(value, "borrow", element.argument);
    } else if (owned) {
      literal.spread(value, element.argument, index < lastHard);
      spread = true;
    } else {
      literal.lend(value, "borrow", element.argument);
    }
  }
  return literal.finish(spread);
}

/** `{ a, b: x, ...rest, m() {} }`. */
export function lowerObject(b: FunctionBuilder, node: TSESTree.ObjectExpression): Value {
  const literal = new LiteralInProgress(b, node);
  let spread = false;
  const lastHard = node.properties.findLastIndex(
    (property) => property.type === "SpreadElement" || property.computed || !isPure(property.value),
  );
  for (const [index, property] of node.properties.entries()) {
    if (property.type === "SpreadElement") {
      const later = node.properties.slice(index + 1).flatMap((each) => propertyName(b, each) ?? []);
      spread = lowerObjectSpread(b, literal, property, new Set(later), index < lastHard) || spread;
      continue;
    }
    if (property.computed) readExpression(b, property.key);
    const { value } = property;
    if (value.type === "AssignmentPattern" || value.type === "TSEmptyBodyFunctionExpression") continue;
    if (property.method || property.kind !== "init") {
      const method = closureValue(b, value);
      if (method.kind === "handle") literal.take(propertyName(b, property) ?? "[_]", method, value, false);
      else if (method.kind !== "none") literal.lend(method, "borrow", value);
      continue;
    }
    const name = propertyName(b, property);
    if (name === undefined) spread = true;
    if (value.type === "ArrayPattern" || value.type === "ObjectPattern") continue;
    literal.take(name ?? "[_]", lowerForDestination(b, value), value, index < lastHard);
  }
  return literal.finish(spread && literal.shape.size > 0);
}

/** A property's name, when it is known as written. */
function propertyName(
  b: FunctionBuilder,
  property: TSESTree.ObjectExpression["properties"][number],
): string | undefined {
  return property.type === "SpreadElement" ? undefined : keyName(b, property.key, property.computed);
}

/**
 * `...p`: takes what `p` holds, less what is written again after it. A value that is itself linear would be copied: MC1003.
 *
 * @param overwritten the names of the properties that follow
 * @param waits another part is evaluated after it that may throw
 */
function lowerObjectSpread(
  b: FunctionBuilder,
  literal: LiteralInProgress,
  node: TSESTree.SpreadElement,
  overwritten: ReadonlySet<string>,
  waits: boolean,
): boolean {
  const value = lowerExpression(b, node.argument, "move");
  if (value.kind === "none") return false;
  if (value.facts.ownership !== "owned") {
    literal.lend(value, "borrow", node.argument);
    return false;
  }
  if (value.facts.dropGlue) {
    const place = value.kind === "place" ? value.text : value.facts.name;
    read(b, value, node.argument);
    b.reportError(node, { code: "MC1003", how: "spread", place, type: value.facts.name });
    return false;
  }
  literal.shape.set("...", undefined);
  if (value.kind !== "place" || value.computed || !value.facts.members.some((name) => overwritten.has(name))) {
    literal.spread(value, node.argument, waits);
    return true;
  }
  for (const name of value.facts.members) {
    if (overwritten.has(name)) continue;
    const path = fieldPath(value.path, name);
    literal.spread({ ...value, path, facts: path.facts, text: path.text }, node.argument, waits);
  }
  return true;
}
