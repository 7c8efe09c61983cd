import type TypeScript from "typescript";
import type { CalleeSpec, DeclaredIn } from "../../../checker/oracle/resource-spec.js";
import type { OracleContext } from "../context.js";
import { isDeclaredIn } from "./declared-in.js";

/** A call that the oracle is asked about. */
export type Call = TypeScript.CallExpression | TypeScript.NewExpression;

/** The name that a call is made by, as written; nothing for a function that has none. */
export function writtenName({ ts }: Pick<OracleContext, "ts">, call: Call): string | undefined {
  const node = calleeNameNode(ts, call);
  if (node === undefined) return undefined;
  return ts.isElementAccessExpression(node) ? elementName(ts, node) : node.text;
}

/** What a call calls: a function, a method, a class, with aliases looked through. */
export function calleeSymbol({ ts, checker }: OracleContext, call: Call): TypeScript.Symbol | undefined {
  const node = calleeNameNode(ts, call);
  if (node === undefined) return undefined;
  const symbol = ts.isElementAccessExpression(node) ? memberBySymbol(checker, node) : checker.getSymbolAtLocation(node);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

function calleeNameNode(
  ts: typeof TypeScript,
  call: Call,
): TypeScript.Identifier | TypeScript.PrivateIdentifier | TypeScript.ElementAccessExpression | undefined {
  let at: TypeScript.Expression = call.expression;
  while (ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at) || ts.isAsExpression(at)) at = at.expression;
  if (ts.isIdentifier(at)) return at;
  if (ts.isPropertyAccessExpression(at)) return at.name;
  return ts.isElementAccessExpression(at) ? at : undefined;
}

/** `[Symbol.dispose]`, as tables write it. */
function elementName(ts: typeof TypeScript, node: TypeScript.ElementAccessExpression): string | undefined {
  const { argumentExpression: key } = node;
  if (ts.isStringLiteralLike(key)) return key.text;
  return ts.isPropertyAccessExpression(key) ? `[${key.getText()}]` : undefined;
}

function memberBySymbol(
  checker: TypeScript.TypeChecker,
  { expression, argumentExpression }: TypeScript.ElementAccessExpression,
): TypeScript.Symbol | undefined {
  const name = `[${argumentExpression.getText()}]`;
  return checker
    .getPropertiesOfType(checker.getTypeAtLocation(expression))
    .find((property) => memberName(property) === name);
}

/** A member's name as a table has it: of one keyed by a symbol, the brackets and what is in them. */
export function memberName(member: TypeScript.Symbol): string {
  const declared = (member.declarations?.[0] as { name?: TypeScript.Node } | undefined)?.name;
  return member.name.startsWith("__@") && declared !== undefined ? declared.getText() : member.name;
}

/** Whether what a call calls is what a table names. */
export function isCallee(
  context: OracleContext,
  symbol: TypeScript.Symbol,
  spec: CalleeSpec,
  from: DeclaredIn,
): boolean {
  const { ts, program } = context;
  const name = spec.kind === "constructor" ? symbol.name : memberName(symbol);
  if (name !== spec.name) return false;
  return (
    symbol.declarations?.some(
      (declaration) =>
        (spec.owner === undefined || ownerNames(ts, declaration).includes(spec.owner)) &&
        isDeclaredIn(ts, program, declaration, spec.from ?? from),
    ) ?? false
  );
}

/** The names of what a declaration stands in: its class, interface or namespace, the variable or alias of its type. */
function ownerNames(ts: typeof TypeScript, declaration: TypeScript.Node): string[] {
  const names: string[] = [];
  for (
    let at = declaration.parent as TypeScript.Node | undefined;
    at !== undefined;
    at = at.parent as TypeScript.Node | undefined
  ) {
    if (ts.isSourceFile(at) || ts.isFunctionLike(at)) break;
    const { name } = at as { name?: TypeScript.Node };
    if (name !== undefined && ts.isIdentifier(name)) names.push(name.text);
  }
  return names;
}
