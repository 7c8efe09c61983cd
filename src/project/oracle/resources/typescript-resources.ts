import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import type {
  Acquisition,
  OperandEffect,
  OperandPosition,
  Reason,
  ResourceFacts,
  ResourceOracle,
  TransferredName,
} from "../../../checker/oracle/resource-oracle.js";
import type { CalleeSpec, ResourceSpec } from "../../../checker/oracle/resource-spec.js";
import type { CallNode, FunctionNode } from "../../../checker/syntax/nodes.js";
import type { NodeMap } from "../../source/parse-file.js";
import { unlessCompilerFails } from "../unless-compiler-fails.js";
import { holds } from "./argument-condition.js";
import { calleeSymbol, isCallee, writtenName, type Call } from "./callee.js";
import { ImportedNames } from "./imported-names.js";
import { resourceMessages } from "./messages.js";
import { operandEffect } from "./operand-effect.js";
import { fromOf, type ResourceKind } from "./resource-kind.js";
import { MAKER, type NamedAcquire, type ResourceProgram } from "./resource-program.js";
import { callsInside } from "./calls-inside.js";

/** Answers the core's questions about resources with TypeScript's API and a table. */
export class TypescriptResources implements ResourceOracle {
  readonly #resources: ResourceProgram;
  readonly #node: NodeMap;
  readonly #acquisitions = new Map<CallNode, readonly Acquisition[]>();
  #imported: ImportedNames | undefined;

  constructor(resources: ResourceProgram, node: NodeMap) {
    this.#resources = resources;
    this.#node = node;
  }

  mayAcquire(call: CallNode): boolean {
    const name = nameOf(call);
    if (name === undefined) return false;
    const known = this.#importedName(call, name);
    if (this.#resources.acquiresByName.has(known)) return true;
    if (this.#resources.inferred.length === 0) return false;
    return call.type === "NewExpression" || MAKER.test(known);
  }

  acquisitions(call: CallNode): readonly Acquisition[] {
    let found = this.#acquisitions.get(call);
    if (found === undefined) {
      found = unlessCompilerFails([], () => this.#findAcquisitions(call));
      this.#acquisitions.set(call, found);
    }
    return found;
  }

  operand(call: CallNode, position: OperandPosition, facts: ResourceFacts, path: readonly string[]): OperandEffect {
    const node = this.#call(call);
    if (node === undefined) return { kind: "escape", reasons: [] };
    return unlessCompilerFails<OperandEffect>({ kind: "escape", reasons: [] }, () =>
      operandEffect(this.#resources, node, position, facts, path),
    );
  }

  callsInside(call: CallNode, index: number): boolean {
    const node = this.#call(call);
    return node !== undefined && unlessCompilerFails(false, () => callsInside(this.#resources, node, index));
  }

  transferred(): readonly TransferredName[] {
    return [];
  }

  #importedName(call: CallNode, name: string): string {
    if (call.type === "TaggedTemplateExpression" || call.callee.type !== "Identifier") return name;
    const file = this.#node(call)?.getSourceFile();
    if (file === undefined) return name;
    this.#imported ??= new ImportedNames(this.#resources.context.ts, file);
    return this.#imported.of(name);
  }

  #call(call: CallNode): Call | undefined {
    const { ts } = this.#resources.context;
    const node = this.#node(call);
    return node !== undefined && (ts.isCallExpression(node) || ts.isNewExpression(node)) ? node : undefined;
  }

  #findAcquisitions(call: CallNode): readonly Acquisition[] {
    const { context, acquiresByName, inferred } = this.#resources;
    const node = this.#call(call);
    const name = nameOf(call);
    if (node === undefined || name === undefined) return [];
    const symbol = calleeSymbol(context, node);
    if (symbol === undefined) return [];
    const found: Acquisition[] = [];
    for (const named of acquiresByName.get(this.#importedName(call, name)) ?? []) {
      if (found.length > 0) break;
      if (!isCallee(context, symbol, calleeOf(named), fromOf(named.kind.spec))) continue;
      if (!holds(context.ts, node, undefined, named.spec.unless)) continue;
      found.push(...this.#acquired(call, node, named));
    }
    if (found.length === 0 && inferred.length > 0) found.push(...this.#inferred(node, symbol));
    return found;
  }

  #acquired(call: CallNode, node: Call, { kind, spec }: NamedAcquire): Acquisition[] {
    const { checker } = this.#resources.context;
    const reasons = [this.#reason(kind, node)];
    const gives = spec.gives ?? "result";
    if (gives === "this") {
      const receiver = "expression" in node.expression ? node.expression.expression : undefined;
      if (receiver === undefined) return [];
      const found = this.#resources.factsOf(checker.getTypeAtLocation(receiver as TypeScript.Node), [kind]);
      return found === undefined ? [] : [{ facts: found.facts, what: { kind: "receiver" }, reasons }];
    }
    if (gives === "result") {
      const path = spec.part ?? [];
      const type = partType(this.#resources, checker.getTypeAtLocation(node), path);
      const found = type === undefined ? undefined : this.#resources.factsOf(type, [kind]);
      return found === undefined ? [] : [{ facts: found.facts, what: { kind: "result", path }, reasons }];
    }
    const callback = callbackAt(call, gives.callback, gives.property);
    const parameter = callback?.params[gives.parameter];
    const declared = parameter === undefined ? undefined : this.#node(parameter);
    if (callback === undefined || declared === undefined) return [];
    const found = this.#resources.factsOf(checker.getTypeAtLocation(declared), [kind]);
    if (found === undefined) return [];
    return [{ facts: found.facts, what: { kind: "parameter", function: callback, index: gives.parameter }, reasons }];
  }

  /** `new` of such a type, and functions without a body that are named like makers. */
  #inferred(node: Call, symbol: TypeScript.Symbol): Acquisition[] {
    const { context, inferred } = this.#resources;
    const { ts, checker } = context;
    if (ts.isCallExpression(node)) {
      const declared = symbol.declarations ?? [];
      const hasBody = declared.some((declaration) => (declaration as { body?: unknown }).body !== undefined);
      if (hasBody || !MAKER.test(symbol.name)) return [];
    }
    const found = this.#resources.factsOf(checker.getTypeAtLocation(node), inferred);
    if (found === undefined) return [];
    return [{ facts: found.facts, what: { kind: "result", path: [] }, reasons: [this.#reason(found.kind, node)] }];
  }

  #reason({ spec }: ResourceKind, node: Call): Reason {
    const name = writtenName(this.#resources.context, node) ?? "this call";
    return { text: resourceMessages.acquires(name, typeName(spec), spec.origin) };
  }
}

/** A constructor goes by its class, which the entry may leave out. */
function calleeOf({ kind, spec: { callee } }: NamedAcquire): CalleeSpec {
  const { type } = kind.spec;
  if (callee.kind !== "method" || callee.owner !== undefined || type.kind !== "named") return callee;
  return { ...callee, owner: type.name };
}

function typeName({ type }: ResourceSpec): string {
  return type.kind === "named" ? type.name : type.kind;
}

/** The name that a call is made by, as written. */
function nameOf(call: CallNode): string | undefined {
  if (call.type === "TaggedTemplateExpression") return undefined;
  let { callee } = call as { callee: TSESTree.Node };
  while (callee.type === "TSNonNullExpression" || callee.type === "ChainExpression") callee = callee.expression;
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression") return undefined;
  if (!callee.computed) return callee.property.type === "Identifier" ? callee.property.name : undefined;
  return callee.property.type === "Literal" ? String(callee.property.value) : undefined;
}

/** A part of what a value of a type is once it is there. */
function partType(
  resources: ResourceProgram,
  type: TypeScript.Type,
  path: readonly string[],
): TypeScript.Type | undefined {
  const { checker } = resources.context;
  let at: TypeScript.Type | undefined = type;
  for (const name of path) {
    if (at === undefined) return undefined;
    const part: TypeScript.Type = checker.getNonNullableType(checker.getAwaitedType(at) ?? at);
    const property = checker.getPropertyOfType(part, name);
    at = property === undefined ? undefined : checker.getTypeOfSymbol(property);
  }
  return at;
}

function callbackAt(call: CallNode, index: number, property: string | undefined): FunctionNode | undefined {
  if (call.type === "TaggedTemplateExpression") return undefined;
  let argument: TSESTree.Node | undefined = call.arguments.at(index);
  if (property !== undefined && argument?.type === "ObjectExpression") {
    const found = argument.properties.find(
      (each) => each.type === "Property" && each.key.type === "Identifier" && each.key.name === property,
    );
    argument = found?.type === "Property" ? found.value : undefined;
  }
  return argument?.type === "ArrowFunctionExpression" || argument?.type === "FunctionExpression" ? argument : undefined;
}
