import type TypeScript from "typescript";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";
import { isBrandFile } from "./brand-file.js";

/**
 * What the compiler knows about a file but its public declarations leave out. All of it has been there since
 * TypeScript 4; each use copes with its absence by treating the file as reached.
 */
interface CompilerFileFields {
  readonly imports?: readonly TypeScript.StringLiteralLike[];
  readonly moduleAugmentations?: readonly TypeScript.Node[];
  readonly ambientModuleNames?: readonly string[];
  readonly externalModuleIndicator?: unknown;
}

interface ResolvingProgram {
  getResolvedModuleFromModuleSpecifier?(
    specifier: TypeScript.StringLiteralLike,
    file: TypeScript.SourceFile,
  ): { readonly resolvedModule?: { readonly resolvedFileName: string } } | undefined;
}

const reaches = new WeakMap<TypeScript.Program, ReadonlySet<TypeScript.SourceFile>>();

/**
 * The files of a program that can mention a linear type at all; in the others there is nothing to check.
 *
 * A type gets into a file through the closure of its imports (declarations, re-exports, `import type`, `import()` types,
 * `require` and JSDoc imports in JavaScript), or as a global. So a file is reached when its imports lead to the file
 * that declares the brands; and all files are when something global is reached: a script, `declare global`, an
 * augmented or ambient module, a UMD name.
 *
 * @param program any program; nothing is type-checked for the answer
 */
export function linearReach(program: TypeScript.Program): ReadonlySet<TypeScript.SourceFile> {
  return getOrInsert(reaches, program, () => computeReach(program));
}

function computeReach(program: TypeScript.Program): ReadonlySet<TypeScript.SourceFile> {
  const files = program.getSourceFiles();
  const reached = new Set(files.filter((file) => isBrandFile(file.fileName)));
  if (reached.size === 0) return reached;
  const importers = new Map<TypeScript.SourceFile, TypeScript.SourceFile[]>();
  for (const file of files) {
    const imported = importedFiles(program, file);
    if (imported === undefined) reached.add(file);
    for (const target of imported ?? []) getOrInsert(importers, target, () => []).push(file);
  }
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);
  return [...reached].some(isGlobal) ? new Set(files) : reached;
}

/** The files that a file's imports lead to, or nothing when the compiler does not say. */
function importedFiles(program: TypeScript.Program, file: TypeScript.SourceFile): TypeScript.SourceFile[] | undefined {
  const { imports, moduleAugmentations } = file as CompilerFileFields;
  const resolver = program as ResolvingProgram;
  if (imports === undefined || resolver.getResolvedModuleFromModuleSpecifier === undefined) return undefined;
  const augmented = (moduleAugmentations ?? []).filter((node) => "text" in node) as TypeScript.StringLiteralLike[];
  return [...imports, ...augmented].flatMap((specifier) => {
    const resolved = resolver.getResolvedModuleFromModuleSpecifier?.(specifier, file)?.resolvedModule;
    const target = resolved === undefined ? undefined : program.getSourceFile(resolved.resolvedFileName);
    return target === undefined ? [] : [target];
  });
}

/** Whether a file adds something that others see without importing it. */
function isGlobal(file: TypeScript.SourceFile): boolean {
  const { externalModuleIndicator, moduleAugmentations, ambientModuleNames } = file as CompilerFileFields;
  return (
    externalModuleIndicator === undefined ||
    (moduleAugmentations?.length ?? 0) > 0 ||
    (ambientModuleNames?.length ?? 0) > 0 ||
    // `export as namespace Name`, told by its text: node kinds are numbered differently from compiler to compiler.
    file.statements.some(({ pos, end }) => /\bexport\s+as\s+namespace\s+[\w$]+\s*;?$/u.test(file.text.slice(pos, end)))
  );
}
