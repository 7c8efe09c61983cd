import { packageOf } from "../../source/package-of.js";
import type TypeScript from "typescript";
import type { DeclaredIn } from "../../../checker/oracle/resource-spec.js";

/** Whether a declaration is in one of the places that a table names. */
export function isDeclaredIn(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  declaration: TypeScript.Node,
  from: DeclaredIn,
): boolean {
  const file = declaration.getSourceFile();
  return from.some((place) => {
    if (place === "lib") return isGlobal(ts, program, declaration);
    if (place.startsWith("node:")) return isInNodeModule(ts, declaration, place);
    if (place.startsWith("/") || /^[A-Za-z]:\//u.test(place)) return file.fileName === place;
    return packageOf(file.fileName) === place || moduleAround(ts, declaration) === place;
  });
}

/** The name of the ambient module that a declaration stands in. */
function moduleAround(ts: typeof TypeScript, declaration: TypeScript.Node): string | undefined {
  for (
    let at = declaration.parent as TypeScript.Node | undefined;
    at !== undefined;
    at = at.parent as TypeScript.Node | undefined
  )
    if (ts.isModuleDeclaration(at) && ts.isStringLiteral(at.name)) return at.name.text;
  return undefined;
}

/** `@types/node` has declared its modules with their prefix and without over the years. */
function isInNodeModule(ts: typeof TypeScript, declaration: TypeScript.Node, name: string): boolean {
  const module = moduleAround(ts, declaration);
  if (module === undefined) return false;
  return module === name || module === name.slice("node:".length);
}

function isGlobal(ts: typeof TypeScript, program: TypeScript.Program, declaration: TypeScript.Node): boolean {
  const file = declaration.getSourceFile();
  if (program.isSourceFileDefaultLibrary(file)) return true;
  if (!file.isDeclarationFile) return false;
  let inGlobal = !ts.isExternalModule(file);
  for (
    let at = declaration.parent as TypeScript.Node | undefined;
    at !== undefined;
    at = at.parent as TypeScript.Node | undefined
  ) {
    if (!ts.isModuleDeclaration(at)) continue;
    if (at.name.text === "global") return true;
    if (ts.isStringLiteral(at.name)) inGlobal = false;
  }
  return inGlobal;
}
