import type TypeScript from "typescript";
import type { OperandEffect, OperandPosition, Reason, ResourceFacts } from "../../../checker/oracle/resource-oracle.js";
import type { OperandSpec, ResourceSpec } from "../../../checker/oracle/resource-spec.js";
import { parameterAt } from "../calls/signature.js";
import { inPlatform, ownerName } from "../declared-where.js";
import { calleeSymbol, isCallee, memberName, writtenName, type Call } from "./callee.js";
import { resourceMessages } from "./messages.js";
import type { ResourceProgram } from "./resource-program.js";
import { holds } from "./argument-condition.js";
import { fromOf } from "./resource-kind.js";

/** Functions of the platform that only look at what they are given, although it is declared as `any`. */
const LOOKS_ONLY: ReadonlySet<string> = new Set([
  "Console",
  "JSON",
  "Boolean",
  "StringConstructor",
  "String",
  "NumberConstructor",
]);

/**
 * What a call does with a resource among its operands. In this order: what a table says, what the body of the callee
 * does, what the declared type of the parameter says; in doubt it escapes.
 */
export function operandEffect(
  resources: ResourceProgram,
  call: Call,
  position: OperandPosition,
  facts: ResourceFacts,
  path: readonly string[],
): OperandEffect {
  const { context } = resources;
  const name = writtenName(context, call) ?? "the function";
  const symbol = calleeSymbol(context, call);
  const said = symbol === undefined ? undefined : saidByTable(resources, call, symbol, position, facts, path);
  if (said !== undefined) return said;
  const byBody = symbol === undefined ? undefined : resources.summaries.ofCall(call, symbol, position, facts, path);
  if (byBody !== undefined && !(position === "receiver" && path.length === 0)) return byBody;
  if (position === "receiver" && path.length > 0) return { kind: "escape", reasons: [] };
  if (position === "receiver") return ownMethod(resources, call, name, facts);
  const property = path.at(-1);
  if (property !== undefined && facts.lentAs.has(property))
    return borrow(resourceMessages.lentAs(property, facts.origin));
  return byDeclaredType(resources, call, position, name, facts, path);
}

function because(text: string): readonly Reason[] {
  return [{ text }];
}

function borrow(text: string): OperandEffect {
  return { kind: "borrow", reasons: because(text) };
}

function saidByTable(
  resources: ResourceProgram,
  call: Call,
  symbol: TypeScript.Symbol,
  position: OperandPosition,
  facts: ResourceFacts,
  path: readonly string[],
): OperandEffect | undefined {
  const { context, kinds, table } = resources;
  const name = memberName(symbol);
  if (path.length > 0) return undefined;
  if (position === "receiver" && facts.releaseMethods.has(name)) {
    const spec = specOf(resources, facts);
    const method = spec?.release.find((each) => each.kind === "method" && each.name === name);
    if (method?.kind !== "method" || holds(context.ts, call, undefined, method.unless))
      return { kind: "release", reasons: because(resourceMessages.releases(name, facts.origin)) };
  }
  const matches = ({ callee, operand, when, unless }: OperandSpec, spec: ResourceSpec | undefined): boolean =>
    operand === (position === "receiver" ? "this" : position) &&
    callee.name === name &&
    isCallee(context, symbol, callee, spec === undefined ? [] : fromOf(spec)) &&
    holds(context.ts, call, when, unless);
  for (const { spec } of kinds) {
    if (spec.origin !== facts.origin) continue;
    for (const each of spec.release)
      if (each.kind === "function" && matches({ callee: each.callee, operand: each.argument }, spec))
        return { kind: "release", reasons: because(resourceMessages.releases(name, spec.origin)) };
    if (spec.transfer.some((each) => matches(each, spec)))
      return { kind: "transfer", reasons: because(resourceMessages.transfers(name, spec.origin)) };
    if (spec.borrow.some((each) => matches(each, spec))) return borrow(resourceMessages.borrows(name, spec.origin));
  }
  if (table.collectors.some((each) => matches(each, undefined)))
    return { kind: "escape", reasons: because(resourceMessages.collects(name)) };
  return undefined;
}

function specOf({ kinds }: ResourceProgram, facts: ResourceFacts): ResourceSpec | undefined {
  return kinds.find(
    ({ spec }) => spec.origin === facts.origin && (spec.type.kind !== "named" || spec.type.name === facts.name),
  )?.spec;
}

/** A method of the resource itself uses it; one that returns `this` gives it another name. */
function ownMethod({ context }: ResourceProgram, call: Call, name: string, facts: ResourceFacts): OperandEffect {
  const { ts, checker } = context;
  const declaration = checker.getResolvedSignature(call)?.getDeclaration();
  if (facts.harmlessAfterRelease.has(name)) return { kind: "borrow", harmless: true, reasons: [] };
  const returnsThis = declaration?.type?.kind === ts.SyntaxKind.ThisType;
  return {
    kind: "borrow",
    ...(returnsThis ? { returned: [] } : {}),
    reasons: because(returnsThis ? resourceMessages.receiverResult(name) : resourceMessages.ownMethod(name)),
  };
}

function byDeclaredType(
  resources: ResourceProgram,
  call: Call,
  index: number,
  name: string,
  facts: ResourceFacts,
  path: readonly string[],
): OperandEffect {
  const { context } = resources;
  const { checker, program } = context;
  const signature = checker.getResolvedSignature(call);
  const declaration = signature?.getDeclaration() as TypeScript.Node | undefined;
  const owner = ownerName(declaration);
  if (inPlatform(program, declaration) && (LOOKS_ONLY.has(owner ?? "") || LOOKS_ONLY.has(name)))
    return borrow(resourceMessages.platformLooks(name));
  const parameter = signature === undefined ? undefined : parameterAt(context, signature, index);
  if (parameter === undefined) return { kind: "escape", reasons: [] };
  // The declared type: instantiated, a type parameter would read as what it was given.
  const type = partOf(checker, parameter.declared ?? parameter.type, path);
  if (type === undefined) return { kind: "escape", reasons: because(resourceMessages.untyped(name, "unknown")) };
  const printed = checker.typeToString(type);
  switch (judge(resources, type, facts)) {
    case "takes":
      return { kind: "escape", reasons: because(resourceMessages.takesOver(name, printed)) };
    case "unknown":
      return { kind: "escape", reasons: because(resourceMessages.untyped(name, printed)) };
    case "looks":
      return borrow(resourceMessages.looksAt(name, printed));
  }
}

function partOf(
  checker: TypeScript.TypeChecker,
  type: TypeScript.Type,
  path: readonly string[],
): TypeScript.Type | undefined {
  let at: TypeScript.Type | undefined = type;
  for (const name of path) {
    if (at === undefined) return undefined;
    const property: TypeScript.Symbol | undefined = checker.getPropertyOfType(checker.getNonNullableType(at), name);
    at = property === undefined ? undefined : checker.getTypeOfSymbol(property);
  }
  return at;
}

/** What a parameter's declared type says of a resource that is given to it. */
function judge(
  { context }: ResourceProgram,
  type: TypeScript.Type,
  facts: ResourceFacts,
): "takes" | "looks" | "unknown" {
  const { ts, checker } = context;
  const { Any, Unknown, TypeParameter, NonPrimitive, Object: ObjectType, Intersection, Null, Undefined } = ts.TypeFlags;
  const parts = type.isUnion() ? type.types : [type];
  let result: "looks" | "unknown" = "looks";
  for (const part of parts) {
    if ((part.flags & (Null | Undefined)) !== 0) continue;
    if ((part.flags & (Any | Unknown | TypeParameter | NonPrimitive)) !== 0) result = "unknown";
    if ((part.flags & (ObjectType | Intersection)) === 0) continue;
    const properties = checker.getPropertiesOfType(part);
    if (properties.length === 0 && part.getCallSignatures().length === 0) result = "unknown";
    if (properties.some((property) => facts.releaseMethods.has(memberName(property)))) return "takes";
    if (facts.releaseMethods.has("()") && part.getCallSignatures().length > 0) return "takes";
    // A list, a record of any such thing.
    if (checker.getIndexInfosOfType(part).length > 0) result = "unknown";
  }
  return result;
}
