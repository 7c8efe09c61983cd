import type TypeScript from "typescript";
import { linearReach } from "../source/linear-reach.js";

/** Whether a declaration is part of the language's library: TypeScript's `lib` files. */
export function inDefaultLibrary(program: TypeScript.Program, declaration: TypeScript.Node | undefined): boolean {
  return declaration !== undefined && program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

/** Whether a declaration is part of the platform: the language's library or Node's. */
export function inPlatform(program: TypeScript.Program, declaration: TypeScript.Node | undefined): boolean {
  if (declaration === undefined) return false;
  const file = declaration.getSourceFile();
  return program.isSourceFileDefaultLibrary(file) || /[\\/]@types[\\/](?:node|bun)[\\/]/u.test(file.fileName);
}

/** Whether all declarations of a symbol are in files that no linear type reaches. */
export function beyondReach(program: TypeScript.Program, symbol: TypeScript.Symbol | undefined): boolean {
  const declarations = symbol?.declarations;
  if (declarations === undefined || declarations.length === 0) return false;
  const reach = linearReach(program);
  return declarations.every((declaration) => {
    const file = declaration.getSourceFile();
    return program.isSourceFileDefaultLibrary(file) || !reach.has(file);
  });
}

/** The name of the interface, class or namespace a member is declared in. */
export function ownerName(declaration: TypeScript.Node | undefined): string | undefined {
  const parent = declaration?.parent as { name?: { text?: string }; parent?: { name?: { text?: string } } } | undefined;
  return parent?.name?.text;
}
