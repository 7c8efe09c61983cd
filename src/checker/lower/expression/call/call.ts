import type { TSESTree } from "@typescript-eslint/types";
import type { MoveReason } from "../../../ir/instruction.js";
import type { Local } from "../../../ir/local.js";
import { fieldPath, restPath, type MovePath } from "../../../ir/move-path.js";
import { UNKNOWN_PARAMETER, type CallFacts, type ParameterFacts } from "../../../oracle/call-facts.js";
import type { OperandPosition } from "../../../oracle/resource-oracle.js";
import type { TypeFacts } from "../../../oracle/type-facts.js";
import { ResourceOperands } from "../../resource/operands.js";
import type { CallNode } from "../../../syntax/nodes.js";
import { BORROWING_CLOSURE } from "../../builder/bindings.js";
import { checkClosureArgument, checkSend } from "./call-checks.js";
import { checkKept } from "../escape.js";
import { lowerExpression, readExpression } from "../expression.js";
import type { FunctionBuilder } from "../../builder/function-builder.js";
import { memberName } from "../../../syntax/member-name.js";
import { isPure } from "../../../syntax/is-pure.js";
import {
  emptyContainer,
  illegalMove,
  extendLoan,
  read,
  reportBorrowed,
  textOf,
  transfer,
} from "../../builder/transfer.js";
import { reportNamedFunction } from "../../builder/variance.js";
import { isConstant } from "../../narrowing/place-of.js";
import { lendBack } from "../../builder/lent/take.js";
import { NONE, type PlaceValue, type Shape, type Value } from "../../builder/value.js";

type Argument = TSESTree.CallExpressionArgument;

/** More elements than this are not told apart. */
const MAX_TAKEN = 8;

/** The object of a called member. */
export interface Receiver {
  readonly object: Value;
  readonly member: TSESTree.MemberExpression;
}

/**
 * One call while its operands are evaluated: what is on its way into it.
 *
 * Operands are moved or lent one after the other, as rustc's MIR does it, so that `f(x, eat(x))` is an
 * error whichever way `x` goes in.
 */
class CallInProgress {
  readonly facts: CallFacts;
  readonly result: TypeFacts;
  /** The result is lent by what went in. */
  readonly lends: boolean;
  /** Temporaries that hold what was moved out of its place and not yet handed over. */
  readonly #onTheWay: Local[] = [];
  #loanHolder: Local | undefined;
  /** Holds the references among the arguments that the receiver keeps. */
  #kept: Local | undefined;
  movedIn = false;
  /** The receiver is a container that goes with its elements, into a callback that consumes them. */
  givesElementsAway = false;
  /** The expression of the receiver, for a method. */
  receiver: TSESTree.Expression | undefined;
  /** Its value. */
  object: Value = NONE;
  readonly #resources: ResourceOperands;

  constructor(
    readonly b: FunctionBuilder,
    readonly node: CallNode,
    readonly args: readonly Argument[],
  ) {
    this.facts = b.context.oracle.call(node);
    this.#resources = new ResourceOperands(b, node);
    this.result = b.context.oracle.typeOf(node);
    this.lends =
      this.result.ownership === "borrow" || (this.result.ownership === "owned" && this.facts.returns !== "value");
  }

  loanHolder(): Local {
    this.#loanHolder ??= this.b.temporary(this.node, { ...BORROWING_CLOSURE, name: this.result.name });
    return this.#loanHolder;
  }

  /** Takes one operand; `next` is the index of the first argument that is evaluated after it. */
  take(
    value: Value,
    passes: ParameterFacts["passes"],
    reason: MoveReason,
    node: TSESTree.Node,
    next: number,
    sends = false,
  ): void {
    const { b } = this;
    if (value.kind === "handle") {
      this.#resources.take(value, positionOf(reason, next), node);
      return;
    }
    const later = this.args.slice(next);
    if (
      passes === "move" &&
      value.kind === "place" &&
      value.facts.ownership === "owned" &&
      illegalMove(value) === undefined
    ) {
      this.movedIn = true;
      const waits = later.some((argument) => !isPure(argument)) && !value.path.local.using;
      if (!waits) {
        transfer(b, value, passes, reason, node);
        return;
      }
      const temporary = b.temporary(node, value.facts, value.text);
      transfer(b, value, passes, reason, node, temporary);
      b.emit({ kind: "assign", place: temporary.root, value: "owned", initial: true, node });
      this.#onTheWay.push(temporary);
      return;
    }
    if (
      passes === "move" &&
      (reason.kind === "argument" || reason.kind === "receiver") &&
      !sends &&
      value.kind !== "none" &&
      value.facts.ownership === "borrow" &&
      value.facts.name !== "closure"
    )
      reportBorrowed(b, value, node);
    if (
      this.facts.keepsArguments === true &&
      reason.kind === "argument" &&
      passes === "borrow" &&
      value.kind !== "none"
    ) {
      this.#kept ??= b.temporary(this.node, { ...BORROWING_CLOSURE, name: this.result.name });
      transfer(b, value, passes, reason, node, this.#kept);
      return;
    }
    const waits = this.lends || later.some((argument) => argument.type !== "Literal");
    transfer(b, value, passes, reason, node, waits ? this.loanHolder() : undefined);
  }

  /** All operands are there: hands them over. A consumer consumes even if it throws; its result is not committed then. */
  finish(): Value {
    const { b, node, facts, result } = this;
    if (this.#loanHolder !== undefined) extendLoan(b, this.#loanHolder, node);
    if (this.#kept !== undefined && this.object.kind === "place") {
      extendLoan(b, this.#kept, node);
      b.emit({ kind: "subset", from: this.#kept, to: this.object.path.local, node });
    }
    for (const temporary of this.#onTheWay)
      b.emit({ kind: "move", place: temporary.root, reason: { kind: "argument", callee: facts.name }, node });
    this.#resources.handOver();
    if (facts.throws) b.maybeThrow(node, "call");
    if (facts.returnsNever) {
      b.unreachable();
      return NONE;
    }
    const resource = this.#resources.result();
    const made = this.#receiverItself();
    if (made !== undefined) return made;
    if (this.lends) {
      const lender = facts.keyed === "reads" ? this.keyedPlace() : undefined;
      return { kind: "lent", loanHolder: this.loanHolder(), facts: result, node, lender };
    }
    if (result.ownership !== "owned") return resource ?? NONE;
    const fresh = b.temporary(node, result, facts.name);
    // `new Map()` holds nothing yet.
    const empty =
      (node.type === "NewExpression" && result.container && !result.dropGlue && !this.movedIn) ||
      facts.returnsEmpty === true;
    b.emit({ kind: "assign", place: fresh.root, value: empty ? "empty" : "owned", initial: true, node });
    const value: PlaceValue = {
      kind: "place",
      path: fresh.root,
      facts: result,
      node,
      text: `${facts.name}(..)`,
      computed: false,
    };
    if (empty) return { ...value, shape: new Map() };
    const taken = this.#takenOut();
    if (taken === undefined) return value;
    // `list.splice(i, 1)` gives a list of at most one.
    for (const name of taken.keys()) fieldPath(fresh.root, name);
    b.emit({ kind: "assume-empty", place: restPath(fresh.root), node });
    return { ...value, shape: taken };
  }

  /** What the receiver keeps under the key of this call: `get(k)` and `delete(k)` are about one place as long as `k` is the same. */
  keyedPlace(): MovePath | undefined {
    const [key] = this.args;
    if (this.object.kind !== "place" || this.object.computed || key === undefined || key.type === "SpreadElement")
      return undefined;
    if (key.type !== "Literal" && !isConstant(this.b, key)) return undefined;
    return fieldPath(this.object.path, `get(${key.type === "Literal" ? key.raw : textOf(key)})`);
  }

  /** The elements of what `splice` takes out, where it says how many. */
  #takenOut(): Shape | undefined {
    const [, count] = this.args;
    if (this.facts.name !== "splice" || !this.result.container || this.result.dropGlue || count?.type !== "Literal")
      return undefined;
    const { value } = count;
    return typeof value === "number" && value >= 1 && value <= MAX_TAKEN
      ? new Map(Array.from({ length: value }, (_, index) => [String(index), undefined]))
      : undefined;
  }

  /** `new Map().set(k, v)`: a method that returns its receiver, called on a value without a name, returns that value. */
  #receiverItself(): PlaceValue | undefined {
    const { object, facts, result } = this;
    if (
      facts.returns !== "receiver" ||
      facts.receiver === "move" ||
      object.kind !== "place" ||
      result.ownership !== "owned"
    )
      return undefined;
    const { path } = object;
    const fresh =
      path.local.kind === "temporary" &&
      path.parent === undefined &&
      path.local.notOwned === undefined &&
      !path.facts.fnOnce;
    return fresh
      ? { kind: "place", path, facts: result, node: this.node, text: `${facts.name}(..)`, computed: false }
      : undefined;
  }
}

/** Where an operand stands. */
function positionOf({ kind }: MoveReason, next: number): OperandPosition | "callee" | "spread" {
  switch (kind) {
    case "receiver":
      return "receiver";
    case "call":
      return "callee";
    case "spread":
      return "spread";
    default:
      return next - 1;
  }
}

/** A call; its callee (or the receiver, for a method) has been evaluated. */
export function lowerCall(
  b: FunctionBuilder,
  node: TSESTree.CallExpression,
  callee: Value,
  receiver: Receiver | undefined,
): Value {
  const call = new CallInProgress(b, node, node.arguments);
  const { facts } = call;
  if (
    receiver !== undefined &&
    facts.name === "clear" &&
    node.arguments.length === 0 &&
    emptyContainer(b, receiver.object, node)
  )
    return NONE;
  if (receiver !== undefined) {
    call.receiver = receiver.member.object;
    call.object = receiver.object;
    const keyed = facts.keyed === undefined || facts.keyed === "reads" ? undefined : call.keyedPlace();
    if (keyed !== undefined) b.emit({ kind: "assign", place: keyed, value: "empty", initial: false, node });
    takeReceiver(call, receiver);
  } else if (callee.kind === "place") {
    const passes = callee.facts.fnOnce ? "move" : "borrow";
    call.take(callee, passes, { kind: "call" }, node.callee, 0);
  } else if (callee.kind === "lent" || callee.kind === "handle") {
    call.take(callee, "borrow", { kind: "call" }, node.callee, 0);
  }
  takeArguments(call);
  if (facts.asserts && b.context.options.tscVisible === true && b.statement !== node)
    b.reportError(node, { code: "MC1002", callee: facts.name });
  if (receiver !== undefined && takesAll(call, receiver))
    b.emit({ kind: "assume-empty", place: receiver.object.path, node });
  insertIntoContainer(b, call, receiver?.object);
  const result = call.finish();
  if (call.movedIn && facts.keepsArguments === true && receiver?.object.kind === "place")
    for (const argument of node.arguments)
      if (argument.type !== "SpreadElement") lendBack(b, argument, receiver.object.path);
  return result;
}

function takeReceiver(call: CallInProgress, { object, member }: Receiver): void {
  const { facts } = call;
  const name = memberName(member);
  // `p.callback()` where the field is a `Once`: the field is moved, its object only looked at.
  if (object.kind === "place" && name !== undefined && object.path.facts.member(name).fnOnce) {
    const path = object.path.children.find((child) => child.name === name);
    if (path !== undefined) {
      call.take({ ...object, path, facts: path.facts, text: path.text }, "move", { kind: "call" }, member, 0);
      return;
    }
  }
  // `f.call(...)` calls `f`.
  const called = object.kind === "place" && object.facts.fnOnce && (name === "call" || name === "apply");
  call.givesElementsAway = givesElementsAway(call);
  const passes = called || call.givesElementsAway ? "move" : facts.receiver;
  call.take(object, passes, { kind: "receiver", callee: facts.name }, member.object, 0);
}

/** Whether a callback consumes every element that it is called with: the container goes with them, as in `into_iter`. */
function givesElementsAway({ b, facts, args }: CallInProgress): boolean {
  return args.some((argument, index) => {
    const callback = facts.parameters[index]?.callback;
    if (callback?.lends !== true || argument.type === "SpreadElement") return false;
    if (b.context.consumingCallbacks.has(argument)) return true;
    return callback.visitsAll === true && isNamed(argument) && b.context.oracle.takesFirst(argument);
  });
}

/** A function passed by name. */
function isNamed({ type }: TSESTree.Expression): boolean {
  return type === "Identifier" || type === "MemberExpression";
}

/** MC0507: a function passed by name takes what a container only lends to its callback. */
function checkNamedCallback(b: FunctionBuilder, argument: TSESTree.Expression, { callback }: ParameterFacts): void {
  if (!callback.lends) reportNamedFunction(b, argument);
  else if (callback.visitsAll !== true && isNamed(argument) && b.context.oracle.takesFirst(argument))
    b.reportError(argument, { code: "MC0507", place: textOf(argument), notOwned: "borrowed", local: undefined });
}

function takeArguments(call: CallInProgress): void {
  const { b, facts, args } = call;
  args.forEach((argument, index) => {
    const parameter = facts.parameters[index] ?? UNKNOWN_PARAMETER;
    if (argument.type === "SpreadElement") {
      const value = lowerExpression(b, argument.argument, "move");
      const moves =
        value.kind !== "none" &&
        b.context.oracle.iterated(argument.argument).ownership === "owned" &&
        parameter.passes === "move";
      call.take(value, moves ? "move" : "borrow", { kind: "spread" }, argument.argument, index + 1);
      return;
    }
    const expectedUse = parameter.passes === "move" || parameter.callback.calls !== "value" ? "move" : "borrow";
    const value = lowerExpression(b, argument, expectedUse);
    const passes = isOwningClosure(value) && parameter.callback.calls !== "value" ? "move" : parameter.passes;
    if (passes === "move" && call.receiver !== undefined && call.facts.receiver === "borrow")
      checkKept(b, call.receiver, argument, value);
    checkClosureArgument(b, value, parameter, argument, facts.name);
    if (parameter.callback.calls !== "value") checkNamedCallback(b, argument, parameter);
    const unsendable = parameter.sends && checkSend(b, value, argument);
    call.take(
      value,
      // What is told not to be Send is not told to leak besides, when it has no other name.
      unsendable && value.kind === "place" && value.path.local.kind === "temporary" ? "move" : passes,
      { kind: "argument", callee: facts.name, consumes: facts.asserts },
      argument,
      index + 1,
      parameter.sends,
    );
  });
}

function isOwningClosure(value: Value): boolean {
  return value.kind === "place" && value.facts.fnOnce;
}

/** `list.splice(0)`, `list.splice(0, list.length)`: everything comes out. */
function takesAll(
  { facts, args }: CallInProgress,
  receiver: Receiver,
): receiver is Receiver & { readonly object: PlaceValue } {
  const [from, count] = args;
  const { object, member } = receiver;
  if (facts.name !== "splice" || object.kind !== "place" || object.computed || !object.path.facts.container)
    return false;
  if (from?.type !== "Literal" || from.value !== 0) return false;
  return (
    count === undefined ||
    (count.type === "MemberExpression" &&
      memberName(count) === "length" &&
      textOf(count.object) === textOf(member.object))
  );
}

/** What is moved into a container that was lent to the call is owed by the container. */
function insertIntoContainer(b: FunctionBuilder, call: CallInProgress, receiver: Value | undefined): void {
  if (!call.movedIn || receiver?.kind !== "place" || call.facts.receiver === "move" || call.givesElementsAway) return;
  if (receiver.path.facts.container) b.emit({ kind: "insert", place: receiver.path, node: call.node });
}

/** `new C(...)`. */
export function lowerNew(b: FunctionBuilder, node: TSESTree.NewExpression): Value {
  const callee = lowerExpression(b, node.callee, "borrow");
  const call = new CallInProgress(b, node, node.arguments);
  call.take(callee, "borrow", { kind: "call" }, node.callee, 0);
  takeArguments(call);
  return call.finish();
}

/** A tagged template: a call whose arguments are the substitutions. */
export function lowerTaggedTemplate(
  b: FunctionBuilder,
  node: TSESTree.TaggedTemplateExpression,
  tag: Value,
  receiver: Value | undefined,
): Value {
  const parts = node.quasi.expressions;
  const call = new CallInProgress(b, node, parts);
  call.take(
    receiver ?? tag,
    receiver === undefined ? "borrow" : call.facts.receiver,
    { kind: "receiver", callee: call.facts.name },
    node.tag,
    0,
  );
  takeArguments(call);
  return call.finish();
}

/** `import(...)`: its operands are only read, and it may throw. */
export function lowerImport(b: FunctionBuilder, node: TSESTree.ImportExpression): Value {
  readExpression(b, node.source);
  if (node.options) read(b, lowerExpression(b, node.options, "borrow"), node.options);
  b.maybeThrow(node, "call");
  return NONE;
}
