import type TypeScript from "typescript";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";
import { unlessCompilerFails } from "./unless-compiler-fails.js";

const checkedIn = new WeakMap<TypeScript.Program, WeakSet<TypeScript.Node>>();

/**
 * Makes it safe to ask the compiler about a node in any order.
 *
 * A callback's parameters get their types while the call around it is checked. Asked for something in the callback's
 * body first, the compiler begins in the middle: in `with_current((current) => { const fd = get(current); ... })` the
 * `S` of `current` is then another one than that which `get` was resolved with, an overload may be passed over, and tsc's
 * own errors come out wrong from then on. So the outermost expression around each function expression is asked for
 * first, from the outside in, as tsc does when it checks the file. Each is asked for once in a program.
 *
 * @param ts the module that made the program
 * @param node of one of the program's files
 */
export function checkContextFirst(ts: typeof TypeScript, program: TypeScript.Program, node: TypeScript.Node): void {
  const checked = getOrInsert(checkedIn, program, () => new WeakSet<TypeScript.Node>());
  const open: TypeScript.SignatureDeclaration[] = [];
  for (
    let at: TypeScript.Node | undefined = node;
    at !== undefined && !checked.has(at);
    at = at.parent as TypeScript.Node | undefined
  ) {
    if (ts.isFunctionLike(at)) open.push(at);
  }
  for (const each of open.reverse()) {
    checked.add(each);
    if (isInExpression(ts, each))
      unlessCompilerFails(undefined, () => program.getTypeChecker().getTypeAtLocation(outermostExpression(ts, each)));
  }
}

/** Function expressions, and methods of object literals; what is declared has its types from its own text. */
function isInExpression(ts: typeof TypeScript, node: TypeScript.SignatureDeclaration): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isObjectLiteralExpression(node.parent);
}

/** The whole expression that a function stands in, within the next function, class or statement around it. */
function outermostExpression(ts: typeof TypeScript, node: TypeScript.Node): TypeScript.Node {
  let outermost = node;
  for (
    let at = node.parent;
    !(ts.isFunctionLike(at) || ts.isClassLike(at) || ts.isStatement(at) || ts.isSourceFile(at));
    at = at.parent
  ) {
    if (ts.isExpression(at)) outermost = at;
  }
  return outermost;
}
