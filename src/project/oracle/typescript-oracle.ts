import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import type { CallFacts, FunctionVariance, Passing } from "../../checker/oracle/call-facts.js";
import type { SendObstacle, Test } from "../../checker/oracle/refinement.js";
import type { ResourceOracle } from "../../checker/oracle/resource-oracle.js";
import { NOTHING } from "../../checker/oracle/type-facts.js";
import type { TypeFacts } from "../../checker/oracle/type-facts.js";
import type { TypeOracle } from "../../checker/oracle/type-oracle.js";
import type { CallNode, FunctionNode } from "../../checker/syntax/nodes.js";
import { callFacts } from "./calls/call-facts.js";
import { checkContextFirst } from "./checking-order.js";
import type { OracleContext } from "./context.js";
import type { NodeMap } from "../source/parse-file.js";
import { inPlatform } from "./declared-where.js";
import { isEvolving, listOf, putInto, writtenTo } from "./narrowing/evolving.js";
import { iteratedFacts } from "./values/iterated.js";
import { joinFacts } from "./narrowing/join-facts.js";
import { BrandRegistry } from "./brand-registry.js";
import { lent } from "./lazy-facts.js";
import { passingInto } from "./calls/passing.js";
import { isUninformative } from "./values/uninformative.js";
import { isExhausted, mayHoldAfter } from "./narrowing/refine.js";
import type { ResolvedTest } from "./narrowing/refine.js";
import { consumedParameter } from "./calls/consumed-parameter.js";
import { functionVariance, takesFirst } from "./calls/variance.js";
import { overridden } from "./calls/overridden.js";
import { narrowedParameter } from "./calls/narrowed-parameter.js";
import { findSendObstacle } from "./send.js";
import type { ResourceProgram } from "./resources/resource-program.js";
import { TypescriptResources } from "./resources/typescript-resources.js";
import { TypeTable } from "./type-table.js";
import { unlessCompilerFails } from "./unless-compiler-fails.js";

const NO_CALL: CallFacts = {
  parameters: [],
  receiver: "borrow",
  returnsNever: false,
  returns: "value",
  asserts: false,
  throws: true,
  name: "the function",
};

const tables = new WeakMap<TypeScript.Program, TypeTable>();

/** One table per program: types are shared between its files. */
function tableOf(ts: typeof TypeScript, program: TypeScript.Program): TypeTable {
  let table = tables.get(program);
  if (table === undefined) {
    const context: OracleContext = {
      ts,
      program,
      checker: program.getTypeChecker(),
      registry: new BrandRegistry(ts, program),
    };
    table = new TypeTable(context);
    tables.set(program, table);
  }
  return table;
}

/** What the oracle of a program works with; its parts share it. */
export function oracleContext(ts: typeof TypeScript, program: TypeScript.Program): OracleContext {
  return tableOf(ts, program).context;
}

/** Answers the core's questions with TypeScript's API. */
export class TypescriptOracle implements TypeOracle {
  readonly #table: TypeTable;
  readonly #node: NodeMap;
  readonly resources?: ResourceOracle;

  /**
   * @param ts the compiler that made the program
   * @param program the program the file belongs to
   * @param node leads from the syntax tree to the program's nodes
   * @param resources what the project has to release; see `resourcesOf`
   */
  constructor(ts: typeof TypeScript, program: TypeScript.Program, node: NodeMap, resources?: ResourceProgram) {
    this.#table = tableOf(ts, program);
    this.#node = (each) => {
      const found = node(each);
      if (found !== undefined) checkContextFirst(ts, program, found);
      return found;
    };
    if (resources !== undefined) this.resources = new TypescriptResources(resources, this.#node);
  }

  typeOf(expression: TSESTree.Expression): TypeFacts {
    const type = this.#typeAt(expression);
    return type === undefined ? NOTHING : this.#table.facts(type);
  }

  declared(binding: TSESTree.Identifier): TypeFacts {
    const node = this.#node(binding);
    const type = node === undefined ? undefined : this.#declaredType(node);
    return type === undefined ? NOTHING : this.#table.facts(type);
  }

  readonly evolved = (
    declaration: TSESTree.Identifier,
    mentions: readonly TSESTree.Identifier[],
  ): TypeFacts | undefined => {
    const { ts, checker, program } = this.#table.context;
    const node = this.#node(declaration);
    if (node === undefined || !isEvolving(ts, program, node.parent)) return undefined;
    const { Any, Null, Undefined } = ts.TypeFlags;
    const factsOf = (type: TypeScript.Type | undefined): TypeFacts[] =>
      type === undefined || (type.flags & (Any | Null | Undefined)) !== 0 ? [] : [this.#table.facts(type)];
    const known = mentions.flatMap((mention) =>
      [
        this.#typeAt(mention),
        ...writtenTo(ts, this.#node(mention)).map((value) => checker.getTypeAtLocation(value)),
      ].flatMap(factsOf),
    );
    const tracked = known.filter(({ ownership }) => ownership !== "none");
    if (tracked.length > 0) return joinFacts(tracked);
    const put = mentions
      .flatMap((mention) => putInto(ts, this.#node(mention)))
      .map((value) => this.#table.facts(checker.getTypeAtLocation(value)));
    return listOf(joinFacts(put.filter(({ ownership }) => ownership === "owned")));
  };

  thisType(node: FunctionNode | TSESTree.PropertyDefinition, held: "lent" | "owned" = "lent"): TypeFacts {
    const { ts, checker } = this.#table.context;
    const declaration = this.#node(node) as
      TypeScript.SignatureDeclaration | TypeScript.PropertyDeclaration | undefined;
    if (declaration === undefined || ts.isArrowFunction(declaration)) return NOTHING;
    const first = "parameters" in declaration ? declaration.parameters.at(0) : undefined;
    if (first !== undefined && ts.isIdentifier(first.name) && first.name.text === "this") {
      return this.#table.facts(checker.getTypeAtLocation(first));
    }
    const { parent } = declaration;
    if (ts.isClassLike(parent)) {
      const symbol =
        parent.name === undefined
          ? (parent as { symbol?: TypeScript.Symbol }).symbol
          : checker.getSymbolAtLocation(parent.name);
      if (symbol === undefined) return NOTHING;
      const isStatic =
        ts.canHaveModifiers(declaration) &&
        ts.getModifiers(declaration)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;
      const facts = this.#table.facts(
        isStatic ? checker.getTypeOfSymbol(symbol) : checker.getDeclaredTypeOfSymbol(symbol),
      );
      return held === "lent" ? lent(facts) : facts;
    }
    const literal = ts.isPropertyAssignment(parent) ? parent.parent : parent;
    return ts.isObjectLiteralExpression(literal)
      ? lent(this.#table.facts(checker.getTypeAtLocation(literal)))
      : NOTHING;
  }

  consumedParameter(node: FunctionNode): number | undefined {
    const declaration = this.#node(node) as TypeScript.SignatureDeclaration | undefined;
    return declaration === undefined ? undefined : consumedParameter(this.#table, declaration);
  }

  narrowedParameter(node: FunctionNode): number | "this" | undefined {
    const { checker, registry } = this.#table.context;
    const declaration = this.#node(node) as TypeScript.SignatureDeclaration | undefined;
    if (declaration === undefined || !registry.present) return undefined;
    const signature = checker.getSignatureFromDeclaration(declaration);
    return signature === undefined ? undefined : narrowedParameter(this.#table, signature);
  }

  variance(node: TSESTree.Expression | FunctionNode): FunctionVariance | undefined {
    const { ts, checker } = this.#table.context;
    const declaration = this.#node(node);
    if (declaration === undefined) return undefined;
    const expected = ts.isMethodDeclaration(declaration)
      ? overridden(checker, declaration)
      : ts.isExpression(declaration)
        ? checker.getContextualType(declaration)
        : undefined;
    return expected === undefined
      ? undefined
      : functionVariance(this.#table, checker.getTypeAtLocation(declaration), expected);
  }

  takesFirst(callee: TSESTree.Expression): boolean {
    const type = this.#typeAt(callee);
    return type !== undefined && takesFirst(this.#table, type);
  }

  propertyKey(key: TSESTree.Expression): string | undefined {
    const { ts } = this.#table.context;
    const type = this.#typeAt(key);
    if (type === undefined) return undefined;
    if ((type.flags & ts.TypeFlags.StringOrNumberLiteral) !== 0)
      return String((type as TypeScript.StringLiteralType | TypeScript.NumberLiteralType).value);
    return (type.flags & ts.TypeFlags.UniqueESSymbol) === 0
      ? undefined
      : String((type as TypeScript.UniqueESSymbolType).escapedName);
  }

  isAccessor(member: TSESTree.MemberExpression): boolean {
    const { ts, checker } = this.#table.context;
    const node = this.#node(member);
    if (node === undefined || !ts.isPropertyAccessExpression(node)) return false;
    const symbol = checker.getSymbolAtLocation(node.name);
    return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
  }

  iterated(expression: TSESTree.Expression): TypeFacts {
    const { ts } = this.#table.context;
    const type = this.#typeAt(expression);
    if (type === undefined) return NOTHING;
    let parent = this.#node(expression)?.parent;
    while (parent !== undefined && ts.isParenthesizedExpression(parent)) parent = parent.parent;
    const awaited = parent !== undefined && ts.isForOfStatement(parent) && parent.awaitModifier !== undefined;
    return iteratedFacts(this.#table, type, awaited);
  }

  call(node: CallNode): CallFacts {
    const { ts } = this.#table.context;
    const call = this.#node(node);
    if (
      call === undefined ||
      !(ts.isCallExpression(call) || ts.isNewExpression(call) || ts.isTaggedTemplateExpression(call))
    )
      return NO_CALL;
    return unlessCompilerFails(undefined, () => callFacts(this.#table, call)) ?? NO_CALL;
  }

  expected(expression: TSESTree.Expression): Passing {
    const { ts, program } = this.#table.context;
    const node = this.#node(expression);
    if (node === undefined) return "move";
    const destination = this.#typeExpectedAt(node);
    // Without a declared type the destination takes the value's own; a type parameter is instantiated with it.
    if (destination === undefined || isUninformative(this.#table.context, node, destination)) return "move";
    const parts = destination.isUnion() ? destination.types : [destination];
    if (parts.some((part) => (part.flags & ts.TypeFlags.TypeParameter) !== 0)) return "move";
    const declaration = destination.symbol as TypeScript.Symbol | undefined;
    return passingInto(this.#table, destination, {
      anyBorrows: inPlatform(program, declaration?.valueDeclaration),
      iterablesMove: false,
    });
  }

  contextualType(expression: TSESTree.Expression): TypeFacts | undefined {
    const { ts } = this.#table.context;
    const node = this.#node(expression);
    const destination = node === undefined ? undefined : this.#typeExpectedAt(node);
    return node === undefined ||
      destination === undefined ||
      isUninformative(this.#table.context, node, destination) ||
      (destination.flags & ts.TypeFlags.TypeParameter) !== 0
      ? undefined
      : this.#table.facts(destination);
  }

  refine(reference: TSESTree.Expression, test: Test, outcome: boolean, member?: string): boolean {
    const type = this.#typeAt(reference);
    if (type === undefined) return true;
    const resolved = this.#resolve(test);
    return resolved === undefined || mayHoldAfter(this.#table, type, resolved, outcome, member);
  }

  exhausted(expression: TSESTree.Expression, others: readonly TSESTree.Expression[]): boolean {
    const { checker } = this.#table.context;
    const type = this.#typeAt(expression);
    const nodes = others.map((other) => this.#node(other)).filter((node) => node !== undefined);
    return (
      type !== undefined &&
      nodes.length > 0 &&
      isExhausted(
        this.#table,
        type,
        nodes.map((node) => checker.getTypeAtLocation(node)),
      )
    );
  }

  sendObstacle(expression: TSESTree.Expression): SendObstacle | undefined {
    const type = this.#typeAt(expression);
    if (type === undefined) return undefined;
    const facts = this.#table.facts(type);
    const ours = facts.ownership === "owned" || facts.ownership === "borrow";
    const declared = this.#goesToSend(expression);
    return findSendObstacle(this.#table, type, { functions: ours || declared, opaque: declared });
  }

  /** Whether an argument's parameter is declared as `Send<T>`, which refuses functions wherever they are. */
  #goesToSend(expression: TSESTree.Expression): boolean {
    const { ts } = this.#table.context;
    const node = this.#node(expression);
    const call = node?.parent;
    if (node === undefined || call === undefined || !(ts.isCallExpression(call) || ts.isNewExpression(call)))
      return false;
    const index = call.arguments?.indexOf(node as TypeScript.Expression) ?? -1;
    const parameter = callFacts(this.#table, call)?.parameters[index];
    return parameter?.sends === true && parameter.passes === "move";
  }

  /** The type of an expression; where narrowing went astray or the code can't be reached, the declared one. */
  #typeAt(expression: TSESTree.Expression): TypeScript.Type | undefined {
    const { ts, checker } = this.#table.context;
    const node = this.#node(expression);
    if (node === undefined) return undefined;
    const type = unlessCompilerFails(undefined, () => checker.getTypeAtLocation(node));
    if (type === undefined) return undefined;
    if ((type.flags & ts.TypeFlags.Never) === 0) return type;
    return this.#declaredType(node);
  }

  #typeExpectedAt(node: TypeScript.Node): TypeScript.Type | undefined {
    return unlessCompilerFails(undefined, () =>
      this.#table.context.checker.getContextualType(node as TypeScript.Expression),
    );
  }

  #declaredType(node: TypeScript.Node): TypeScript.Type | undefined {
    const { ts, checker } = this.#table.context;
    const symbol = checker.getSymbolAtLocation(node);
    if (symbol !== undefined) return checker.getTypeOfSymbol(symbol);
    if (!ts.isPropertyAccessExpression(node)) return undefined;
    const owner = this.#declaredType(node.expression);
    const property = owner === undefined ? undefined : checker.getPropertyOfType(owner, node.name.text);
    return property === undefined ? undefined : checker.getTypeOfSymbol(property);
  }

  #resolve(test: Test): ResolvedTest | undefined {
    const { ts, checker } = this.#table.context;
    if (test.kind === "equals") {
      const node = this.#node(test.other);
      return node === undefined ? undefined : { ...test, other: checker.getTypeAtLocation(node) };
    }
    if (test.kind === "none-of") {
      const others = test.others.map((other) => this.#node(other)).filter((node) => node !== undefined);
      return { ...test, others: others.map((node) => checker.getTypeAtLocation(node)) };
    }
    if (test.kind === "instanceof") {
      const node = this.#node(test.constructor);
      return node === undefined
        ? undefined
        : { kind: "is", type: instanceType(checker, checker.getTypeAtLocation(node)) };
    }
    if (test.kind === "guard") {
      const call = this.#node(test.call);
      const signature =
        call !== undefined && ts.isCallExpression(call) ? checker.getResolvedSignature(call) : undefined;
      const predicate = signature === undefined ? undefined : checker.getTypePredicateOfSignature(signature);
      return { kind: "is", type: predicate?.type };
    }
    return test;
  }
}

/** What `instanceof` tests for: the type of the constructor's instances. */
function instanceType(checker: TypeScript.TypeChecker, constructor: TypeScript.Type): TypeScript.Type | undefined {
  const [signature] = constructor.getConstructSignatures();
  if (signature !== undefined) return checker.getReturnTypeOfSignature(signature);
  const prototype = constructor.getProperty("prototype");
  return prototype === undefined ? undefined : checker.getTypeOfSymbol(prototype);
}
