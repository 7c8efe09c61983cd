import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath, type MovePath } from "../../ir/move-path.js";
import type { ReleaseHow } from "../../ir/resource.js";
import type { OperandEffect, OperandPosition, ResourceFacts } from "../../oracle/resource-oracle.js";
import { NOTHING } from "../../oracle/type-facts.js";
import type { CallNode } from "../../syntax/nodes.js";
import { memberName } from "../../syntax/member-name.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { textOf } from "../builder/transfer.js";
import type { HandleValue, Value } from "../builder/value.js";
import { acquireReceiver, acquireResult, receiverText } from "./acquire.js";
import { capturesIn } from "./closure.js";
import { escape, handleValue, isClosure } from "../builder/handle.js";
import { CAPTURED, chainedPromise, isPromiseAll } from "../../points-to/points-to.js";

/** A resource, or what has one in it, on its way into a call. */
interface Operand {
  readonly value: HandleValue;
  readonly position: OperandPosition | "callee" | "spread";
  readonly node: TSESTree.Node;
}

/** What a call does with the resources among its operands, and what it acquires. */
export class ResourceOperands {
  readonly #operands: Operand[] = [];
  /** Operands, or parts of them, that the result is or has in it. */
  readonly #returned: { readonly place: MovePath; readonly at: readonly string[] }[] = [];

  constructor(
    readonly b: FunctionBuilder,
    readonly call: CallNode,
  ) {}

  /** One operand has been evaluated. */
  take(value: HandleValue, position: Operand["position"], node: TSESTree.Node): void {
    this.#operands.push({ value, position, node });
  }

  /** All operands are handed over: before the call may throw, since who releases something does so even then. */
  handOver(): void {
    this.#releaseByReceiver();
    for (const operand of this.#operands) {
      switch (operand.position) {
        case "callee":
          this.#call(operand.value, operand.node);
          break;
        case "spread":
          escape(this.b, operand.value, { kind: "spread" }, operand.node);
          break;
        default:
          this.#pass(operand.value, operand.position, operand.node);
      }
    }
  }

  /**
   * The call has returned.
   *
   * @returns the result, where it is, or has in it, a resource
   */
  result(): Value | undefined {
    const { b, call } = this;
    if (!b.resources.active) return undefined;
    const acquisitions = b.context.pointsTo.acquisitions.get(call) ?? [];
    const receiver = this.#operands.find(({ position }) => position === "receiver");
    if (receiver !== undefined)
      b.resources.whenMade(call, () => {
        acquireReceiver(b, acquisitions, receiver.value);
      });
    const held = b.context.pointsTo.heldBy(call);
    const passedOn = this.#passedOn();
    if (passedOn !== undefined) return { ...passedOn, held, node: call };
    if (held.length === 0) return undefined;
    const result = b.newLocal("temporary", textOf(call), call, NOTHING, undefined);
    for (const { place, at } of this.#returned)
      b.emit({ kind: "alias", from: place, to: at.reduce(fieldPath, result.root), node: call });
    if (acquisitions.some(({ what }) => what.kind === "result"))
      b.resources.whenMade(call, () => {
        acquireResult(b, call, acquisitions, result.root);
      });
    return handleValue(result.root, held, call, textOf(call));
  }

  /** `promise.catch(...)`, `Promise.all([...])`: the operand itself comes out. */
  #passedOn(): HandleValue | undefined {
    const position = chainedPromise(this.call) !== undefined ? "receiver" : isPromiseAll(this.call) ? 0 : undefined;
    return position === undefined ? undefined : this.#operands.find((operand) => operand.position === position)?.value;
  }

  /** `mutex.release()`: what was acquired from the same receiver. */
  #releaseByReceiver(): void {
    const { b, call } = this;
    if (b.resources.acquired.length === 0 || call.type !== "CallExpression" || call.callee.type !== "MemberExpression")
      return;
    const name = memberName(call.callee);
    for (const { facts, place, receiver } of b.resources.acquired) {
      if (name === undefined || receiver === undefined || !facts.receiverReleases.has(name)) continue;
      if (receiver !== receiverText(call)) continue;
      b.emit({ kind: "release", place, facts, how: { kind: "receiver", name }, node: call, reasons: [] });
    }
  }

  /** The value itself is called. */
  #call(value: HandleValue, node: TSESTree.Node): void {
    const { b, call } = this;
    this.#runClosure(value, node);
    for (const { facts, path } of value.held) {
      if (path.length > 0) continue;
      if (facts.releaseMethods.has("()"))
        b.emit({ kind: "release", place: value.path, facts, how: { kind: "call" }, node: call, reasons: [] });
      else this.#operate(value.path, "method", value.text);
    }
  }

  #pass(value: HandleValue, position: OperandPosition, node: TSESTree.Node): void {
    if (this.#passedOn() === value) return;
    if (isClosure(value)) {
      this.#passClosure(value, position, node);
      return;
    }
    // `promise.then(use)`: the callback has it from now on.
    if (position === "receiver" && this.#calleeName() === "then") {
      escape(this.b, value, this.#how(position), node);
      return;
    }
    for (const { facts, path } of value.held) {
      const place = path.reduce(fieldPath, value.path);
      if (path.some((part) => part.startsWith(CAPTURED))) {
        // A function among the parts of an object: who calls it is not followed.
        this.b.emit({ kind: "escape", place, how: this.#how(position), node, reasons: [] });
        continue;
      }
      this.#apply(
        this.b.context.pointsTo.oracle.operand(this.call, position, facts, path),
        facts,
        place,
        position,
        path,
      );
    }
  }

  #apply(
    effect: OperandEffect,
    facts: ResourceFacts,
    place: MovePath,
    position: OperandPosition,
    path: readonly string[],
  ): void {
    const { b, call } = this;
    const { reasons, kind, returned } = effect;
    const name = this.#calleeName();
    const release = (how: ReleaseHow): void => {
      b.emit({ kind: "release", place, facts, how, node: call, reasons });
    };
    if (returned !== undefined) this.#returned.push({ place, at: [...returned, ...path] });
    switch (kind) {
      case "release":
        release(
          effect.maybe === true
            ? { kind: "closure", use: call }
            : { kind: position === "receiver" ? "method" : "function", name },
        );
        return;
      case "transfer":
        release({ kind: "transfer", name });
        return;
      case "escape":
        b.emit({ kind: "escape", place, how: this.#how(position), node: call, reasons });
        return;
      case "borrow":
        if (effect.harmless !== true) this.#operate(place, position === "receiver" ? "method" : "argument", name);
        // Read again and again: to its end, as far as can be told.
        if (facts.drained && position === "receiver" && b.isInLoop()) release({ kind: "drained" });
    }
  }

  /** A function that captured resources is given to the call. */
  #passClosure(value: HandleValue, position: OperandPosition, node: TSESTree.Node): void {
    const { b, call } = this;
    if (position === "receiver") {
      this.#runClosure(value, node);
      return;
    }
    const inside = b.context.pointsTo.oracle.callsInside(call, position);
    const own = this.#operands.find((operand) => operand.position === "receiver")?.value.path.local;
    for (const { binding, place, fate } of capturesIn(b, value)) {
      // Given to one of its own methods, it can't be what keeps itself.
      const lent = inside || (own !== undefined && own === b.resources.handles.get(binding));
      if (lent && fate?.releases.length === 0 && fate.escapes.length === 0) {
        if (fate.uses.length > 0) this.#operate(place, "closure", binding.name);
        continue;
      }
      const use = fate?.releases[0]?.node ?? fate?.escapes[0]?.node ?? fate?.uses[0] ?? node;
      b.emit({ kind: "escape", place, how: { kind: "closure", use }, node, reasons: [] });
    }
    if (value.functions === undefined) escape(b, value, this.#how(position), node);
  }

  /** A function that captured resources is called here. */
  #runClosure(value: HandleValue, node: TSESTree.Node): void {
    const { b, call } = this;
    for (const { binding, place, fate } of capturesIn(b, value)) {
      const [release] = fate?.releases ?? [];
      const [escaping] = fate?.escapes ?? [];
      if (release !== undefined) {
        for (const { facts } of b.context.pointsTo.of(binding))
          b.emit({
            kind: "release",
            place,
            facts,
            how: { kind: "closure", use: release.node },
            node: call,
            reasons: [],
          });
      } else if (escaping !== undefined || fate === undefined) {
        b.emit({ kind: "escape", place, how: { kind: "closure", use: escaping?.node ?? node }, node, reasons: [] });
      } else if (fate.uses.length > 0) {
        this.#operate(place, "closure", binding.name);
      }
    }
  }

  #operate(place: MovePath, how: "method" | "argument" | "closure", what: string): void {
    const { b, call } = this;
    b.emit({ kind: "operate", place, how, what, node: call });
    const before = b.resources.operatedOn.get(call);
    if (before === undefined) b.resources.operatedOn.set(call, [place]);
    else before.push(place);
  }

  #how(position: OperandPosition): { readonly kind: "argument" | "receiver"; readonly callee: string } {
    return { kind: position === "receiver" ? "receiver" : "argument", callee: this.#calleeName() };
  }

  #calleeName(): string {
    const { call } = this;
    if (call.type === "TaggedTemplateExpression") return textOf(call.tag);
    const { callee } = call;
    return callee.type === "MemberExpression" ? (memberName(callee) ?? "the function") : textOf(callee);
  }
}
