import type TypeScript from "typescript";
import { dataProperties, type TypeTable } from "./type-table.js";

const forgotten = new WeakMap<TypeScript.Declaration, readonly string[]>();

/**
 * The linear fields of a class that its own dispose methods leave alone: disposing of the object leaks them.
 *
 * A field counts as looked after when a dispose method, or a method of the class that one calls, mentions it, or hands `this`
 * itself to somebody. Only classes whose source is there are judged.
 *
 * @returns the names as written, `#conn` for a private one
 *
 * @example
 * // class Service { #conn = open(); [Symbol.dispose]() { log("bye"); } }   // ["#conn"]
 */
export function forgottenFields(table: TypeTable, type: TypeScript.Type): readonly string[] {
  const { ts } = table.context;
  const symbol = type.symbol as TypeScript.Symbol | undefined;
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || !ts.isClassLike(declaration) || declaration.getSourceFile().isDeclarationFile)
    return [];
  const known = forgotten.get(declaration);
  if (known !== undefined) return known;
  const found = findForgotten(table, type, declaration);
  forgotten.set(declaration, found);
  return found;
}

function findForgotten(
  table: TypeTable,
  type: TypeScript.Type,
  declaration: TypeScript.ClassLikeDeclaration,
): readonly string[] {
  const { context } = table;
  const { ts, checker } = context;
  const methods = new Map<string, TypeScript.Node>();
  for (const member of declaration.members)
    if (ts.isMethodDeclaration(member) && member.body !== undefined) methods.set(member.name.getText(), member.body);
  const pending = [...methods].filter(([name]) => DISPOSE.test(name)).map(([, body]) => body);
  if (pending.length === 0) return [];
  const mentioned = new Set<string>();
  const seen = new Set<TypeScript.Node>();
  const escapes: TypeScript.Node[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) {
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
        mentioned.add(parent.name.text);
        const method = methods.get(parent.name.text);
        if (method !== undefined) pending.push(method);
      } else if (ts.isElementAccessExpression(parent) && parent.expression === node) {
        const method = methods.get(`[${parent.argumentExpression.getText()}]`);
        if (method === undefined) escapes.push(node);
        else pending.push(method);
      } else {
        escapes.push(node);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (let body = pending.pop(); body !== undefined; body = pending.pop()) {
    if (seen.has(body)) continue;
    seen.add(body);
    visit(body);
  }
  if (escapes.length > 0) return [];
  return dataProperties(context, type)
    .filter((property) => property.valueDeclaration?.parent === declaration || isParameterProperty(ts, property))
    .filter((property) => table.holds(checker.getTypeOfSymbol(property), "own"))
    .map((property) => property.name.replace(/^__#\d+@#/u, "#"))
    .filter((name) => !mentioned.has(name));
}

const DISPOSE = /^\[Symbol\.(?:async)?[dD]ispose\]$/u;

function isParameterProperty(ts: typeof TypeScript, { valueDeclaration }: TypeScript.Symbol): boolean {
  return valueDeclaration !== undefined && ts.isParameter(valueDeclaration);
}
