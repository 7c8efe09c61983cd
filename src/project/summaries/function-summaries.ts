import type TypeScript from "typescript";
import type { OperandEffect, OperandPosition, Reason, ResourceFacts } from "../../checker/oracle/resource-oracle.js";
import type { TypeOracle } from "../../checker/oracle/type-oracle.js";
import { analyzeScopes, type ScopeAnalysis } from "../../checker/scope/analyze-scopes.js";
import type { Binding } from "../../checker/scope/binding.js";
import type { Body } from "../../checker/scope/body.js";
import { summarizeOperand, type OperandSummary } from "../../checker/summary/operand-summary.js";
import { parsePart } from "../source/parse-part.js";
import type { OracleContext } from "../oracle/context.js";
import type { NodeMap } from "../source/parse-file.js";
import type { Call } from "../oracle/resources/callee.js";
import { packageOf } from "../source/package-of.js";
import { resourceMessages } from "../oracle/resources/messages.js";
import type { Summaries } from "../oracle/resources/summaries.js";

/** A function with a body, as the compiler has it. */
type FunctionDeclaration = TypeScript.FunctionLikeDeclaration & { readonly body: TypeScript.Node };

/** A top-level statement, converted. */
interface ConvertedStatement {
  readonly scopes: ScopeAnalysis;
  readonly oracle: TypeOracle;
  readonly bodyOf: ReadonlyMap<TypeScript.Node, Body>;
}

/** A summary while it is worked out, and afterwards. */
interface Entry {
  /** `undefined` while it is worked out: whoever asks then is part of a recursion, and adds nothing. */
  effect: OperandEffect | undefined;
  /** Its place among those that are being worked out. */
  readonly depth: number;
}

/** Deeper chains of calls than this are not followed. */
const MAX_DEPTH = 16;

/** Nothing is done with it: what a recursive call adds to its own summary. */
const NOTHING_DONE: OperandEffect = { kind: "borrow", reasons: [] };

/**
 * What the project's functions do with resources of their callers, each worked out when it is first asked for.
 *
 * Functions that call each other are a fixpoint: a summary is the union of what its function does on any way, a call into
 * a function that is being worked out adds nothing, and what was found with the help of such a call is not kept, unless
 * it is the summary of that function itself.
 */
export class FunctionSummaries implements Summaries {
  readonly #entries = new Map<TypeScript.Node, Map<string, Entry>>();
  readonly #converted = new Map<TypeScript.Statement, ConvertedStatement | undefined>();
  readonly #factsNumbers = new Map<ResourceFacts, number>();
  /** How many summaries are being worked out. */
  #depth = 0;
  /** The outermost of those that the current one has asked while they were being worked out. */
  #reached = Infinity;

  /**
   * @param makeOracle answers about the nodes of a converted statement
   */
  constructor(
    readonly context: OracleContext,
    readonly makeOracle: (node: NodeMap) => TypeOracle,
  ) {}

  ofCall(
    call: Call,
    symbol: TypeScript.Symbol,
    position: OperandPosition,
    facts: ResourceFacts,
    path: readonly string[],
  ): OperandEffect | undefined {
    const declaration = bodyOfCallee(this.context, call, symbol);
    return declaration === undefined ? undefined : this.of(declaration, position, facts, path);
  }

  /** What a function does with a resource that comes to it at a position, at a path of the value there. */
  of(
    declaration: FunctionDeclaration,
    position: OperandPosition,
    facts: ResourceFacts,
    path: readonly string[],
  ): OperandEffect | undefined {
    const key = [position, this.#numberOf(facts), ...path].join(" ");
    let entries = this.#entries.get(declaration);
    if (entries === undefined) this.#entries.set(declaration, (entries = new Map<string, Entry>()));
    const known = entries.get(key);
    if (known !== undefined) {
      if (known.effect === undefined) this.#reached = Math.min(this.#reached, known.depth);
      return known.effect ?? NOTHING_DONE;
    }
    if (this.#depth >= MAX_DEPTH) return undefined;
    const entry: Entry = { effect: undefined, depth: this.#depth };
    entries.set(key, entry);
    const around = this.#reached;
    this.#depth++;
    this.#reached = Infinity;
    try {
      entry.effect = this.#workOut(declaration, position, facts, path);
    } finally {
      this.#depth--;
      // Found with the help of one further out that was not done itself: true for now only.
      if (entry.effect === undefined || this.#reached < entry.depth) entries.delete(key);
      this.#reached = Math.min(around, this.#reached < entry.depth ? this.#reached : Infinity);
    }
    return entry.effect;
  }

  #numberOf(facts: ResourceFacts): number {
    let number = this.#factsNumbers.get(facts);
    if (number === undefined) this.#factsNumbers.set(facts, (number = this.#factsNumbers.size));
    return number;
  }

  #workOut(
    declaration: FunctionDeclaration,
    position: OperandPosition,
    facts: ResourceFacts,
    path: readonly string[],
  ): OperandEffect | undefined {
    const converted = this.#convert(declaration);
    const body = converted?.bodyOf.get(declaration);
    if (converted === undefined || body === undefined) return undefined;
    const target =
      position === "receiver" ? receiverOf(body, path) : parameterOf(converted.scopes, body, position, path);
    if (target === "unused") return NOTHING_DONE;
    if (target === undefined) return undefined;
    const summary = summarizeOperand(converted.scopes, converted.oracle, body, target.binding, {
      facts,
      path: target.path,
    });
    return effectOf(summary, declaration, position);
  }

  #convert(declaration: TypeScript.Node): ConvertedStatement | undefined {
    const { ts } = this.context;
    let statement = declaration;
    while (!ts.isSourceFile(statement.parent)) statement = statement.parent;
    const top = statement as TypeScript.Statement;
    if (!this.#converted.has(top)) this.#converted.set(top, this.#convertStatement(top));
    return this.#converted.get(top);
  }

  #convertStatement(statement: TypeScript.Statement): ConvertedStatement | undefined {
    try {
      const { ast, node } = parsePart(statement.getSourceFile(), [statement]);
      const scopes = analyzeScopes(ast);
      const bodyOf = new Map<TypeScript.Node, Body>();
      for (const body of scopes.bodies) {
        const found = node(body.node);
        if (found !== undefined) bodyOf.set(found, body);
      }
      return { scopes, oracle: this.makeOracle(node), bodyOf };
    } catch {
      return undefined; // a file that the converter refuses has no summaries
    }
  }
}

/** The function, method or constructor that a call runs, when its body is among the project's own files. */
function bodyOfCallee(
  { ts, checker }: OracleContext,
  call: Call,
  symbol: TypeScript.Symbol,
): FunctionDeclaration | undefined {
  const resolved = checker.getResolvedSignature(call)?.getDeclaration() as TypeScript.Node | undefined;
  const candidates = [resolved, ...(symbol.declarations ?? [])].flatMap((declaration) =>
    declaration === undefined ? [] : [functionOf(ts, declaration)],
  );
  return candidates.find(
    (each): each is FunctionDeclaration => each !== undefined && packageOf(each.getSourceFile().fileName) === undefined,
  );
}

/** The function that a declaration is, or holds for good. */
export function functionOf(ts: typeof TypeScript, declaration: TypeScript.Node): FunctionDeclaration | undefined {
  if (ts.isFunctionLike(declaration)) {
    const { body } = declaration as { body?: TypeScript.Node };
    return body === undefined ? undefined : (declaration as FunctionDeclaration);
  }
  const initializer =
    (ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration)
      ? declaration.initializer
      : undefined;
  return initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    ? initializer
    : undefined;
}

interface Target {
  readonly binding: Binding;
  readonly path: readonly string[];
}

function receiverOf(body: Body, path: readonly string[]): Target | "unused" {
  return body.receiver === undefined ? "unused" : { binding: body.receiver, path };
}

function parameterOf(
  scopes: ScopeAnalysis,
  { node }: Body,
  position: number,
  path: readonly string[],
): Target | "unused" | undefined {
  if (!("params" in node)) return undefined;
  const written = node.params.filter((each) => !(each.type === "Identifier" && each.name === "this"));
  let parameter = written[position];
  if (parameter === undefined) return written.at(-1)?.type === "RestElement" ? undefined : "unused";
  if (parameter.type === "TSParameterProperty") parameter = parameter.parameter;
  if (parameter.type === "AssignmentPattern") parameter = parameter.left;
  if (parameter.type === "Identifier") {
    const binding = scopes.bindingOf.get(parameter);
    return binding === undefined ? undefined : { binding, path };
  }
  const [first, ...rest] = path;
  if (parameter.type !== "ObjectPattern" || first === undefined) return undefined;
  for (const property of parameter.properties) {
    if (property.type !== "Property" || property.computed) return undefined;
    if (property.key.type !== "Identifier" || property.key.name !== first) continue;
    const name = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    const binding = name.type === "Identifier" ? scopes.bindingOf.get(name) : undefined;
    return binding === undefined ? undefined : { binding, path: rest };
  }
  return "unused";
}

/** Anything with a place in the text. */
interface Ranged {
  readonly range: readonly [number, number];
}

function effectOf(summary: OperandSummary, declaration: FunctionDeclaration, position: OperandPosition): OperandEffect {
  const { release, always, escape, returned } = summary;
  const file = declaration.getSourceFile().fileName;
  const where = ({ range: [start, end] }: Ranged): NonNullable<Reason["at"]> => ({ file, span: { start, end } });
  const because = (text: string, node: Ranged, inner: readonly Reason[] = []): Reason[] => [
    { text, at: where(node) },
    ...inner,
  ];
  if (release !== undefined)
    return {
      kind: "release",
      ...(always ? {} : { maybe: true }),
      reasons: because(resourceMessages.bodyReleases, release.node, release.reasons),
    };
  const { how } = escape ?? {};
  // What a constructor keeps in a field, its instance has in it.
  if (escape !== undefined && how?.kind === "store" && how.field !== undefined && position !== "receiver")
    return {
      kind: "escape",
      field: how.field,
      reasons: because(resourceMessages.bodyStores(how.field), escape.node),
    };
  if (escape !== undefined)
    return {
      kind: "escape",
      reasons: because(resourceMessages.bodyEscapes(how?.kind ?? ""), escape.node, escape.reasons),
    };
  return {
    kind: "borrow",
    ...(returned === undefined ? {} : { returned }),
    reasons: [
      {
        text: returned === undefined ? resourceMessages.bodyUses : resourceMessages.bodyReturns,
        at: where(nodeRange(declaration)),
      },
    ],
  };
}

function nodeRange(node: TypeScript.Node): Ranged {
  return { range: [node.getStart(), node.end] };
}
