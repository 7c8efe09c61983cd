import type { TSESTree } from "@typescript-eslint/types";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Instruction } from "../ir/instruction.js";
import type { TypeFacts } from "../oracle/type-facts.js";
import type { FunctionNode } from "../syntax/nodes.js";
import type { Body } from "../scope/body.js";
import { boundIdentifiers } from "../scope/scope-tree.js";
import { declareLocal, localOf } from "./builder/bindings.js";
import { capturesOf } from "./capture/captures-of.js";
import type { Capture } from "../ir/capture.js";
import { lowerExpression } from "./expression/expression.js";
import type { FileContext } from "./builder/file-context.js";
import { FunctionBuilder } from "./builder/function-builder.js";
import { endOf, moveOut, lowerStatements } from "./statement/statement.js";
import type { Local } from "../ir/local.js";
import { fieldPath, REST, restPath, type MovePath } from "../ir/move-path.js";
import { read, textOf } from "./builder/transfer.js";
import { acquireParameters } from "./resource/acquire.js";
import { capturedFates } from "./resource/closure.js";
import { storeParameterProperties, transferHandle } from "./builder/handle.js";
import { liveOverwrites } from "./overwritten.js";
import { reportParameters } from "./builder/variance.js";
import { takenOut } from "./taken-out.js";
import { noteElement } from "./builder/lent/take.js";
import { destructuredParameter, unnamedParts } from "./builder/unnamed-parts.js";

/** Lowers one body and records what it captures. Nested bodies must have been lowered before. */
export function lowerBody(context: FileContext, body: Body): ControlFlowGraph {
  let taken: ReadonlySet<TSESTree.Node> = new Set();
  for (let round = 0; ; round++) {
    const b = new FunctionBuilder(context, body, taken);
    const graph = lowerOnce(b);
    const found = takenOut(b.blocks, b.takeCandidates);
    if (found.size > 0 && isFunctionNode(body.node) && body.node.params.some((parameter) => found.has(parameter)))
      context.consumingCallbacks.add(body.node);
    const known = taken.size;
    taken = new Set([...taken, ...found]);
    // What is taken out is known only once the body has been lowered; then it is lowered again, with that known.
    if (taken.size > known && round < MAX_ROUNDS) continue;
    reportOverwrites(b, taken);
    return graph;
  }
}

function reportOverwrites(b: FunctionBuilder, taken: ReadonlySet<TSESTree.Node>): void {
  for (const { place, node, block, at } of liveOverwrites(b.blocks, b.overwrites, taken).reverse())
    b.blocks[block]?.instructions.splice(at, 0, {
      kind: "report",
      node,
      error: { code: "MC1001", how: "overwritten", place: place.text },
    });
}

/** Taking one value out seldom tells of another: `const { a, b } = this` in drop glue takes two rounds. */
const MAX_ROUNDS = 3;

function lowerOnce(b: FunctionBuilder): ControlFlowGraph {
  const { context, body } = b;
  const entry = b.current;
  lowerReceiver(b);
  acquireParameters(b);
  const { node } = body;
  switch (node.type) {
    case "Program":
    case "TSModuleBlock":
    case "StaticBlock":
      lowerStatements(b, node.body);
      break;
    case "PropertyDefinition":
    case "AccessorProperty":
      if (node.value) initializeField(b, node, node.value);
      break;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      lowerParameters(b, node);
      storeParameterProperties(b, node.params);
      if (node.body.type === "BlockStatement") {
        lowerStatements(b, node.body.body);
      } else {
        moveOut(b, node.body, "return");
      }
      break;
    default:
  }
  b.closeLocals(b.root, endOf(node));
  b.jumpOut();
  const captures = capturesOf(b);
  context.captures.set(node, captures);
  if (b.resources.active) context.fates.set(node, capturedFates(b));
  entry.instructions.unshift(...ownedCaptures(b, captures));
  const byValue = new Set(captures.filter(({ mode }) => mode === "move").map(({ binding }) => binding));
  for (const [local, binding] of b.captured) if (!byValue.has(binding)) local.capturedByReference = true;
  return { node, name: nameOf(body), blocks: b.blocks, entry: entry.id, locals: b.locals, unsupported: b.unsupported };
}

/** A field's initial value: a resource in it is the object's. */
function initializeField(
  b: FunctionBuilder,
  { key, computed }: TSESTree.PropertyDefinition | TSESTree.AccessorProperty,
  value: TSESTree.Expression,
): void {
  const name = computed ? undefined : key.type === "PrivateIdentifier" ? `#${key.name}` : textOf(key);
  moveOut(b, value, "store", name);
}

/** A declared `this` of an owned type is the function's own to consume. */
function lowerReceiver(b: FunctionBuilder): void {
  const binding = b.body.receiver;
  const local = binding === undefined ? undefined : localOf(b, binding);
  if (local?.notOwned !== undefined || local === undefined) return;
  b.live(local, local.node);
  // A method that consumes its own receiver is where the value ends, as in a consumer.
  const ends = local.endsHere || (b.body.isMethod && local.facts.dropGlue);
  b.emit({ kind: "assign", place: local.root, value: ends ? "empty" : "owned", initial: true, node: local.node });
}

/** Parameters own what is passed by value; those that are lent only borrow. */
function lowerParameters(b: FunctionBuilder, node: FunctionNode): void {
  const callback = b.context.lentCallback(b.body);
  reportVariance(b, node);
  // A signature counts its parameters without `this`.
  const [first] = node.params;
  const shift = first?.type === "Identifier" && first.name === "this" ? 1 : 0;
  const consumed = b.context.oracle.consumedParameter(node);
  const narrowed = b.context.oracle.narrowedParameter(node);
  for (const [position, parameter] of node.params.entries()) {
    const index = position - shift;
    const lentElement =
      callback !== undefined && callback.owns?.includes(index) !== true && !isTakenElement(b, parameter);
    const lends = lentElement || index === narrowed;
    // A declared `this` that is used is the receiver's local.
    if (parameter.type === "Identifier" && parameter.name === "this" && b.body.receiver !== undefined) continue;
    const divided = lends ? undefined : indivisible(b, parameter);
    for (const identifier of boundIdentifiers(parameter)) {
      const binding = b.context.scopes.bindingOf.get(identifier);
      const local = binding === undefined ? undefined : declareLocal(b, binding, identifier, lends);
      if (local === undefined) continue;
      if (lentElement && callback.visitsAll === true) noteElement(b, local, parameter);
      // A `Once` is called at most once: not calling it is the callee's right. What a consumer consumes ends in it.
      const owned =
        index !== consumed &&
        local.facts.ownership === "owned" &&
        local.notOwned === undefined &&
        !local.facts.fnOnce &&
        divided === undefined;
      if (divided !== undefined && local.facts.ownership === "owned")
        b.reportError(identifier, { code: "MC0509", place: local.name, type: divided.name });
      b.emit({ kind: "assign", place: local.root, value: owned ? "owned" : "empty", initial: true, node: identifier });
      // `constructor(private fd: Fd)` puts the parameter into the field.
      if (owned && parameter.type === "TSParameterProperty")
        b.emit({ kind: "move", place: local.root, reason: { kind: "store" }, node: identifier });
    }
    if (!lends && index !== consumed) lowerUnnamedParts(b, parameter);
    const defaulted = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
    if (defaulted.type === "AssignmentPattern") lowerDefaultArgument(b, defaulted);
  }
}

/** Whether a callback consumes what it is given as this parameter, known from lowering it before. */
function isTakenElement(b: FunctionBuilder, parameter: TSESTree.Parameter): boolean {
  return b.taken.has(parameter);
}

/** MC1001, MC0507: a function that differs in ownership from what it is passed for, or from the method that it implements. */
function reportVariance(b: FunctionBuilder, node: FunctionNode): void {
  const variance = b.context.lentCallback(b.body) === undefined ? b.context.oracle.variance(node) : undefined;
  if (variance === undefined) return;
  const first = node.params[0];
  const shift = first?.type === "Identifier" && first.name === "this" ? 1 : 0;
  reportParameters(b, variance, (index) => node.params[index + shift] ?? node);
}

function isFunctionNode(node: Body["node"]): node is FunctionNode {
  return "params" in node;
}

/** What a destructured parameter holds and its pattern does not name is owed all the same. */
function lowerUnnamedParts(b: FunctionBuilder, parameter: TSESTree.Parameter): void {
  const pattern = destructuredParameter(parameter);
  if (pattern === undefined) return;
  const facts = b.context.oracle.typeOf(pattern);
  if (facts.ownership !== "owned" || facts.dropGlue) return;
  const unnamed: (readonly string[])[] = unnamedParts(pattern, facts);
  if (unnamed.length === 0) return;
  const whole = b.temporary(pattern, facts, "argument");
  for (const path of unnamed)
    b.emit({ kind: "assign", place: placeAt(whole, path), value: "owned", initial: true, node: pattern });
}

function placeAt(whole: Local, path: readonly string[]): MovePath {
  return path.reduce((at, name) => (name === REST ? restPath(at) : fieldPath(at, name)), whole.root);
}

/** The type of a destructured parameter that has drop glue itself: nothing can be moved out of its value. */
function indivisible(b: FunctionBuilder, parameter: TSESTree.Parameter): TypeFacts | undefined {
  const pattern = destructuredParameter(parameter);
  if (pattern === undefined) return undefined;
  const facts = b.context.oracle.typeOf(pattern);
  return facts.ownership === "owned" && facts.dropGlue ? facts : undefined;
}

function lowerDefaultArgument(b: FunctionBuilder, node: TSESTree.AssignmentPattern): void {
  const absent = b.newBlock();
  const after = b.newBlock();
  b.branch(node, after, absent);
  b.start(absent);
  const value = lowerExpression(b, node.right, "move");
  // The parameter counts as given either way: a fallback that is owned has gone into it.
  if (value.kind === "place" && value.facts.ownership === "owned" && value.path.local.kind === "temporary") {
    b.emit({ kind: "move", place: value.path, reason: { kind: "assign" }, node: node.right });
  } else if (value.kind === "handle") {
    transferHandle(b, value, { kind: "assign" }, node.right);
  } else {
    read(b, value, node.right);
  }
  b.goto(after);
  b.start(after);
}

/** What a closure took when it was created, it owes from its first instruction on. */
function ownedCaptures(b: FunctionBuilder, captures: readonly Capture[]): Instruction[] {
  const instructions: Instruction[] = [];
  for (const { binding, path, mode, use } of captures) {
    const local = b.table.get(binding);
    if (mode !== "move" || local === undefined) continue;
    instructions.push({
      kind: "assign",
      place: path.reduce(fieldPath, local.root),
      value: "owned",
      initial: true,
      node: use,
    });
  }
  return instructions;
}

function nameOf({ node }: Body): string {
  switch (node.type) {
    case "Program":
      return "module";
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return node.id?.name ?? "closure";
    case "PropertyDefinition":
    case "AccessorProperty":
      return "initializer";
    case "StaticBlock":
      return "static";
    default:
      return "namespace";
  }
}
