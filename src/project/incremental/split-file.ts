import type * as ts from "typescript";
import type { TypeScript } from "../source/host-file.js";

/** The body of an outermost function of a unit. */
export interface UnitBody {
  readonly node: ts.FunctionLikeDeclaration;
  readonly start: number;
  readonly end: number;
}

/** A top-level statement that only declares functions: it can be analysed, and kept, by itself. */
export interface Unit {
  readonly statement: ts.Statement;
  readonly start: number;
  readonly end: number;
  readonly bodies: readonly UnitBody[];
}

/** A file, taken apart. */
export interface SplitFile {
  readonly units: readonly Unit[];
  /**
   * The file's statements without the bodies of its units: what the types in all units are made of, apart from the types
   * that bodies give to their own functions. Comments and blank lines between statements do not count. Two texts with the
   * same skeleton have the same units in the same order.
   */
  readonly skeleton: string;
}

/** Stands for a body in the skeleton; it can't be written in a source file. */
const BODY = "\0";

/**
 * Takes a file apart into functions and what is around them.
 *
 * @param ts the module that made the file
 * @param file with parent links, as a language service has them
 */
export function splitFile(ts: TypeScript, file: ts.SourceFile): SplitFile {
  const units: Unit[] = [];
  let skeleton = "";
  for (const statement of file.statements) {
    let at = statement.getStart(file);
    if (isUnit(ts, statement)) {
      const unit = unitOf(ts, file, statement);
      units.push(unit);
      for (const { start, end } of unit.bodies) {
        skeleton += file.text.slice(at, start) + BODY;
        at = end;
      }
    }
    skeleton += `${file.text.slice(at, statement.end)}\n`;
  }
  return { units, skeleton };
}

function isUnit(ts: TypeScript, statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return true;
  return (
    ts.isVariableStatement(statement) &&
    ((statement.declarationList.flags ^ ts.NodeFlags.Const) & ts.NodeFlags.BlockScoped) === 0 &&
    statement.declarationList.declarations.every(
      ({ name, initializer }) =>
        ts.isIdentifier(name) &&
        initializer !== undefined &&
        (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    )
  );
}

function unitOf(ts: TypeScript, file: ts.SourceFile, statement: ts.Statement): Unit {
  const bodies: UnitBody[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined && !ts.isConstructorDeclaration(node)) {
      const { body } = node;
      if (!declaresTypes(ts, body)) {
        bodies.push({ node, start: body.getStart(file), end: body.end });
        return;
      }
    }
    // What is no body is part of the skeleton: a constructor gives types to fields, a local type may be named outside.
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return { statement, start: statement.getStart(file), end: statement.end, bodies };
}

function declaresTypes(ts: TypeScript, node: ts.Node): boolean {
  if (
    ts.isClassLike(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node)
  )
    return true;
  return ts.forEachChild(node, (child) => declaresTypes(ts, child) || undefined) === true;
}
