import type TypeScript from "typescript";
import { UNKNOWN_PARAMETER } from "../../../checker/oracle/call-facts.js";
import type { CallbackFacts, CallFacts, ParameterFacts, Passing } from "../../../checker/oracle/call-facts.js";
import type { OracleContext } from "../context.js";
import { inDefaultLibrary, inPlatform, ownerName } from "../declared-where.js";
import { isEvolving } from "../narrowing/evolving.js";
import { narrowedParameter } from "./narrowed-parameter.js";
import { passingInto } from "./passing.js";
import * as platform from "./platform-calls.js";
import { isCallable, parameterAt } from "./signature.js";
import type { ParameterType } from "./signature.js";
import type { TypeTable } from "../type-table.js";

type Call = TypeScript.CallExpression | TypeScript.NewExpression | TypeScript.TaggedTemplateExpression;

/** Where a signature comes from, and what the platform's tables call it. */
interface Callee {
  readonly signature: TypeScript.Signature;
  readonly declaration: TypeScript.Node | undefined;
  readonly platform: boolean;
  readonly owner: string | undefined;
  readonly method: string;
  /** `Owner.method`, or the bare name of a function. */
  readonly key: string;
}

const answers = new WeakMap<Call, CallFacts | undefined>();

/** What a call does with its receiver, its arguments and its result, by the signature the compiler resolved. */
export function callFacts(table: TypeTable, call: Call): CallFacts | undefined {
  if (!answers.has(call)) answers.set(call, computeFacts(table, call));
  return answers.get(call);
}

function computeFacts(table: TypeTable, call: Call): CallFacts | undefined {
  const { checker, program } = table.context;
  const resolved = checker.getResolvedSignature(call);
  if (resolved === undefined) return undefined;
  const signature = signatureBeforeMove(table.context, call, resolved);
  const declaration = signature.getDeclaration() as TypeScript.SignatureDeclaration | undefined;
  const method = calleeName(table.context, call);
  const owner = ownerName(declaration);
  const callee: Callee = {
    signature,
    declaration,
    platform: inPlatform(program, declaration),
    owner,
    method,
    key: tableKey(table.context, declaration, owner, method),
  };
  const args = argumentsOf(table.context, call);
  return {
    parameters: args.map((argument, index) => parameterFacts(table, callee, call, argument, index)),
    receiver: consumesReceiver(table, callee) ? "move" : "borrow",
    returnsNever: returnsNever(table, callee),
    returns:
      stepsLender(table.context, callee, call) || (args.length === 1 && listsArgument(table, callee, call))
        ? "borrow"
        : resultOf(table, callee),
    keepsArguments: keepsArguments(callee),
    keyed: callee.platform ? platform.keyed[callee.key] : undefined,
    nothingMeansEmpty:
      (callee.key === "Array.pop" || callee.key === "Array.shift") &&
      callee.platform &&
      neverYieldsNothing(table.context, call),
    returnsEmpty: returnsEmpty(table, signature, args),
    asserts: isAssertion(table.context, signature),
    throws: !cannotThrow(table, call, callee, args),
    name: method,
  };
}

/** A method of a moved value refuses to be called: what it would have done is declared with the live value. */
function signatureBeforeMove(
  { ts, checker, registry }: OracleContext,
  call: Call,
  resolved: TypeScript.Signature,
): TypeScript.Signature {
  const declaration = resolved.getDeclaration() as TypeScript.SignatureDeclaration | undefined;
  if (
    declaration === undefined ||
    !registry.declares(declaration) ||
    !ts.isCallExpression(call) ||
    !ts.isPropertyAccessExpression(call.expression)
  )
    return resolved;
  const { expression, name } = call.expression;
  const owner = checker.getSymbolAtLocation(expression);
  const method = owner === undefined ? undefined : checker.getTypeOfSymbol(owner).getProperty(name.text);
  return (method === undefined ? undefined : checker.getTypeOfSymbol(method).getCallSignatures()[0]) ?? resolved;
}

/** What the platform's tables call a callee: a constructor goes by its owner alone. */
function tableKey(
  { ts }: OracleContext,
  declaration: TypeScript.Node | undefined,
  owner: string | undefined,
  method: string,
): string {
  if (declaration === undefined || owner === undefined) return method;
  if (ts.isConstructSignatureDeclaration(declaration)) return owner;
  return ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration) ? `${owner}.${method}` : method;
}

/** A call's arguments; a template's substitutions come after the strings, which are one argument of their own. */
function argumentsOf({ ts }: OracleContext, call: Call): readonly TypeScript.Expression[] {
  if (!ts.isTaggedTemplateExpression(call)) return call.arguments ?? [];
  const { template } = call;
  return ts.isTemplateExpression(template) ? template.templateSpans.map((span) => span.expression) : [];
}

function calleeName({ ts }: OracleContext, call: Call): string {
  let callee: TypeScript.Expression = ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
  while (ts.isParenthesizedExpression(callee) || ts.isNonNullExpression(callee)) callee = callee.expression;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  if (ts.isElementAccessExpression(callee)) return callee.argumentExpression.getText();
  return ts.isIdentifier(callee) ? callee.text : "the function";
}

function parameterFacts(
  table: TypeTable,
  callee: Callee,
  call: Call,
  argument: TypeScript.Expression,
  index: number,
): ParameterFacts {
  const { ts } = table.context;
  // The first of a tagged template's parameters are the strings.
  const shift = ts.isTemplateSpan(argument.parent) ? 1 : 0;
  const parameter = parameterAt(table.context, callee.signature, index + shift);
  if (parameter === undefined) return UNKNOWN_PARAMETER;
  const sendType = isSend(table.context, parameter);
  return {
    passes: sendType
      ? "move"
      : comparesOnly(callee, index) ||
          listsArgument(table, callee, call) ||
          narrowedParameter(table, callee.signature) === index + shift
        ? "borrow"
        : passing(table, callee, parameter, call),
    callback: callbackFacts(table, callee, parameter, call),
    sends: sendType || sendsToTask(callee, index),
  };
}

/** Whether the platform's function only compares this argument with others. */
function comparesOnly({ platform: isPlatform, key }: Callee, index: number): boolean {
  return isPlatform && (platform.comparesArguments.has(key) || (index === 0 && platform.comparesFirst.has(key)));
}

function passing(table: TypeTable, callee: Callee, parameter: ParameterType, call: Call): Passing {
  const keeps = keepsArguments(callee);
  const into = passingInto(table, parameter.type, { anyBorrows: callee.platform && !keeps, iterablesMove: true });
  if (into === "erase" && keeps && isEvolvingList(table.context, call)) return "move";
  // A container of `unknown` keeps the value under a type that forgets what it is.
  const { Unknown } = table.context.ts.TypeFlags;
  return into === "borrow" && keeps && (parameter.type.flags & Unknown) !== 0 ? "erase" : into;
}

function keepsArguments({ platform: isPlatform, owner, method }: Callee): boolean {
  return isPlatform && owner !== undefined && platform.containers.has(owner) && platform.keepsArguments.has(method);
}

/** Whether a method is called on a list whose declaration leaves open what it holds: it holds what is put into it. */
function isEvolvingList({ ts, checker, program }: OracleContext, call: Call): boolean {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const declaration = checker.getSymbolAtLocation(call.expression.expression)?.valueDeclaration;
  return declaration !== undefined && isEvolving(ts, program, declaration);
}

function isSend({ registry }: OracleContext, { type, declared }: ParameterType): boolean {
  return registry.isOwn(type.aliasSymbol, "Send") || registry.isOwn(declared?.aliasSymbol, "Send");
}

function sendsToTask({ platform: isPlatform, method, owner }: Callee, index: number): boolean {
  if (!isPlatform) return false;
  return platform.sendsToTask.has(method) || (owner === "Worker" && index === 1);
}

function callbackFacts(table: TypeTable, callee: Callee, parameter: ParameterType, call: Call): CallbackFacts {
  const { checker } = table.context;
  const { declared, type } = parameter;
  const generic = declared !== undefined && isOwnTypeParameter(table.context, callee, declared) ? declared : undefined;
  const constraint = generic === undefined ? type : checker.getBaseConstraintOfType(generic);
  const callable = constraint !== undefined && isCallable(checker, constraint);
  const once = table.facts(type).fnOnce || (callee.platform && platform.callsOnce.has(callee.key));
  const outlives = callable && callee.platform && callsLater(table.context, callee, parameter);
  const calls = !callable ? "value" : once ? "once" : "many";
  const lends =
    callable &&
    callee.platform &&
    callee.owner !== undefined &&
    (isContainerOwner(callee.owner) || callee.method === "groupBy");
  if (!lends) return { calls, lends, outlives };
  return {
    calls,
    lends,
    outlives,
    owns: platform.callbackOwns[callee.method] ?? [],
    visitsAll:
      platform.visitsAll.has(callee.method) || (callee.owner === "ArrayConstructor" && makesWhatItLists(table, call)),
  };
}

/** `Array.from(generator, f)`: what a generator gives away nobody keeps. */
function makesWhatItLists(table: TypeTable, call: Call): boolean {
  const [listed] = argumentsOf(table.context, call);
  return listed !== undefined && table.facts(table.context.checker.getTypeAtLocation(listed)).ownership !== "owned";
}

/** Whether a type is a type parameter of the call itself: what is passed for it can't be called. */
function isOwnTypeParameter({ ts }: OracleContext, { declaration }: Callee, type: TypeScript.Type): boolean {
  const symbol = type.symbol as TypeScript.Symbol | undefined;
  return (
    (type.flags & ts.TypeFlags.TypeParameter) !== 0 &&
    (symbol?.declarations?.some(({ parent }) => parent === declaration) ?? true)
  );
}

const isContainerOwner = (owner: string): boolean => platform.containers.has(owner) || owner === "ArrayConstructor";

function callsLater({ program }: OracleContext, callee: Callee, parameter: ParameterType): boolean {
  if (platform.callsLater.has(callee.key) || platform.listenerMethods.has(callee.method)) return true;
  if (inDefaultLibrary(program, callee.declaration)) return false;
  // Node's own naming: what takes a `callback` calls it when the work is done.
  const name = parameter.declaration?.name.getText() ?? "";
  // By the file within the platform's declarations: the project's own folder may be called anything.
  const [file = ""] =
    callee.declaration
      ?.getSourceFile()
      .fileName.split(/[\\/]@types[\\/]/u)
      .slice(-1) ?? [];
  return /^(?:cb|callback|listener)$/iu.test(name) && !/assert|test/u.test(file);
}

function consumesReceiver(table: TypeTable, callee: Callee): boolean {
  const { signature, declaration, method } = callee;
  const { ts, checker, registry } = table.context;
  if (callee.platform && platform.consumesReceiver.has(callee.key)) return true;
  if (declaration === undefined || declaration.kind === ts.SyntaxKind.JSDocSignature) return false;
  if (narrowedParameter(table, signature) === "this") return false;
  if (checker.getTypePredicateOfSignature(signature)?.kind === ts.TypePredicateKind.AssertsThis) return true;
  const [first] = (declaration as TypeScript.SignatureDeclaration).parameters;
  if (first !== undefined && ts.isIdentifier(first.name) && first.name.text === "this") {
    // As instantiated: `unwrap(this: Box<T>)` of a `Box<Conn>` consumes it.
    const { thisParameter } = signature as { readonly thisParameter?: TypeScript.Symbol };
    const type =
      thisParameter === undefined ? checker.getTypeAtLocation(first) : checker.getTypeOfSymbol(thisParameter);
    return !registry.declares(declaration) && table.facts(type).ownership === "owned";
  }
  // Disposing of a value by hand is what `using` would have done.
  return /^Symbol\.(?:async)?[dD]ispose$/u.test(method);
}

function returnsNever({ context }: TypeTable, { signature, declaration }: Callee): boolean {
  const { ts, checker, registry } = context;
  // A method of a moved value "returns" never, so that tsc refuses what follows: that is no end of a path.
  if (declaration !== undefined && registry.declares(declaration)) return false;
  // As tsc's own control flow: only a written `never` ends a path, not one inferred for a closure that happens to loop.
  if (declaration !== undefined && ts.isFunctionLike(declaration) && declaration.type === undefined) return false;
  return (checker.getReturnTypeOfSignature(signature).flags & ts.TypeFlags.Never) !== 0;
}

function resultOf({ context }: TypeTable, callee: Callee): CallFacts["returns"] {
  const { ts, program } = context;
  const { declaration, owner, method, key } = callee;
  const returned = (declaration as TypeScript.SignatureDeclaration | undefined)?.type;
  if (returned?.kind === ts.SyntaxKind.ThisType) return "receiver";
  if (owner === undefined || !inDefaultLibrary(program, declaration)) return "value";
  if (platform.lendsResult.has(key)) return "borrow";
  if (platform.containers.has(owner)) {
    if (platform.returnsReceiver.has(method)) return "receiver";
    return platform.givesOwnership.has(method) ? "value" : "borrow";
  }
  return "value";
}

/** Whether the elements of the array that a method is called on are all something. */
function neverYieldsNothing({ ts, checker }: OracleContext, call: Call): boolean {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const array = checker.getTypeAtLocation(call.expression.expression);
  const [element] = checker.isArrayType(array) ? checker.getTypeArguments(array as TypeScript.TypeReference) : [];
  return element !== undefined && element === checker.getNonNullableType(element);
}

/** `map.values().next()`: a container's own iterator lends its elements. */
function stepsLender({ ts, checker }: OracleContext, { platform: isPlatform, method }: Callee, call: Call): boolean {
  if (!isPlatform || method !== "next" || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression))
    return false;
  const { symbol } = checker.getTypeAtLocation(call.expression.expression) as { symbol?: TypeScript.Symbol };
  return symbol !== undefined && platform.containers.has(symbol.name);
}

/** `Array.from(items)`, `Object.values(o)`: a list of what the argument keeps; a generator keeps nothing, and `Array.from(items, make)` makes. */
function listsArgument(table: TypeTable, { key, platform: isPlatform }: Callee, call: Call): boolean {
  const args = argumentsOf(table.context, call);
  const [listed] = args;
  return (
    isPlatform &&
    listed !== undefined &&
    platform.listsArgument.has(key) &&
    table.facts(table.context.checker.getTypeAtLocation(listed)).ownership === "owned"
  );
}

/**
 * Whether the result of a generic function can hold what is linear by its type argument alone, and nothing linear was given to
 * it: `useRef<Conn | null>(null)`, `signal<Conn | undefined>(undefined)`.
 */
function returnsEmpty(
  table: TypeTable,
  signature: TypeScript.Signature,
  args: readonly TypeScript.Expression[],
): boolean {
  const { ts, checker } = table.context;
  const declaration = signature.getDeclaration() as TypeScript.SignatureDeclaration | undefined;
  if (declaration?.typeParameters === undefined || args.length === 0) return false;
  const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
  const types = args.map((argument) => checker.getTypeAtLocation(argument));
  if (!types.some((type) => (type.flags & nothing) !== 0) || types.some((type) => table.holds(type, "own")))
    return false;
  const generic = checker.getSignatureFromDeclaration(declaration);
  return generic !== undefined && !table.holds(checker.getReturnTypeOfSignature(generic), "own");
}

function isAssertion({ ts, checker }: OracleContext, signature: TypeScript.Signature): boolean {
  const kind = checker.getTypePredicateOfSignature(signature)?.kind;
  return kind === ts.TypePredicateKind.AssertsIdentifier || kind === ts.TypePredicateKind.AssertsThis;
}

function cannotThrow(
  { context }: TypeTable,
  call: Call,
  callee: Callee,
  args: readonly TypeScript.Expression[],
): boolean {
  const { checker } = context;
  if (args.some((argument) => isCallable(checker, checker.getTypeAtLocation(argument)))) return false;
  if (isReservationFunction(context, call)) return true;
  return callee.platform && callee.owner !== undefined && platform.neverThrow.has(callee.owner);
}

/** Whether the callee is one of movecheck's own functions, which return their errors. */
function isReservationFunction({ ts, checker, registry }: OracleContext, call: Call): boolean {
  const callee = ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
  // `file[Symbol.dispose]()`: the name between the brackets is the language's, what is disposed of says whose it is.
  const symbol = ts.isElementAccessExpression(callee)
    ? (checker.getTypeAtLocation(callee.expression).symbol as TypeScript.Symbol | undefined)
    : checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  const target =
    symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  return target?.declarations?.some((declaration) => registry.declaresPublic(declaration)) ?? false;
}
