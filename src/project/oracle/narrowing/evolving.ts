import type TypeScript from "typescript";
import { changedFacts, NOTHING } from "../../../checker/oracle/type-facts.js";
import type { TypeFacts } from "../../../checker/oracle/type-facts.js";

/**
 * Whether a declaration leaves its variable's type to what is written to it, so that the compiler follows it by control
 * flow: `let x;`, `let x = null`, `const list = []`.
 *
 * Source: `getTypeForVariableLikeDeclaration` in TypeScript's checker, "autoType".
 */
export function isEvolving(ts: typeof TypeScript, program: TypeScript.Program, declaration: TypeScript.Node): boolean {
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name) || declaration.type !== undefined)
    return false;
  const { strict, noImplicitAny } = program.getCompilerOptions();
  // In JavaScript the compiler follows such variables either way.
  const inJavaScript = (declaration.flags & ts.NodeFlags.JavaScriptFile) !== 0;
  if (!inJavaScript && !(noImplicitAny ?? strict ?? true)) return false;
  const { initializer } = declaration;
  if (initializer === undefined)
    return (
      ts.isVariableDeclarationList(declaration.parent) &&
      !ts.isForInStatement(declaration.parent.parent) &&
      !ts.isForOfStatement(declaration.parent.parent)
    );
  return (
    initializer.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(initializer) && initializer.text === "undefined") ||
    (ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0)
  );
}

/** What a mention of a variable writes to it: the right side of an assignment. */
export function writtenTo(
  ts: typeof TypeScript,
  mention: TypeScript.Node | undefined,
): readonly TypeScript.Expression[] {
  const assignment = mention?.parent;
  if (assignment === undefined || !ts.isBinaryExpression(assignment) || assignment.left !== mention) return [];
  return assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken ? [assignment.right] : [];
}

/** What a mention of a list puts into it: the arguments of `push` and `unshift`. */
export function putInto(ts: typeof TypeScript, mention: TypeScript.Node | undefined): readonly TypeScript.Expression[] {
  const access = mention?.parent;
  if (access === undefined || !ts.isPropertyAccessExpression(access) || !/^(?:push|unshift)$/u.test(access.name.text))
    return [];
  return ts.isCallExpression(access.parent) && access.parent.expression === access ? access.parent.arguments : [];
}

/** The facts of a list of such elements. */
export function listOf(element: TypeFacts): TypeFacts {
  if (element.ownership !== "owned") return NOTHING;
  return changedFacts(element, {
    dropGlue: false,
    container: true,
    members: [],
    member: () => element,
    name: `${element.name}[]`,
  });
}
