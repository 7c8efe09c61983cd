import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";
import { ts } from "../../src/project/source/typescript.js";

/** The folder that virtual files lie in: imports of `../../src/index.js` lead to the repository's own sources. */
export const folder = fileURLToPath(new URL("./", import.meta.url));

const options: TypeScript.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
  strict: true,
  noEmit: true,
};

const parsed = new Map<string, TypeScript.SourceFile | undefined>();

/**
 * A program of files that exist in memory only, next to this one.
 *
 * @param files texts by name; the first is the program's root
 * @param extra compiler options that differ from the usual
 */
export function virtualProgram(
  files: Readonly<Record<string, string>>,
  extra: TypeScript.CompilerOptions = {},
): TypeScript.Program {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${folder}${name}`, text]));
  const all = { ...options, ...extra };
  const host = ts.createCompilerHost(all);
  const disk = ts.createCompilerHost(all);
  host.fileExists = (path) => texts.has(path) || disk.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? disk.readFile(path);
  host.getSourceFile = (path, version, onError) => {
    const text = texts.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version);
    const key = `${path}\0${JSON.stringify(version)}`;
    if (!parsed.has(key)) parsed.set(key, disk.getSourceFile(path, version, onError));
    return parsed.get(key);
  };
  return ts.createProgram({ rootNames: [...texts.keys()], options: all, host });
}

/** One of the program's virtual files. */
export function virtualFile(program: TypeScript.Program, name: string): TypeScript.SourceFile {
  const file = program.getSourceFile(`${folder}${name}`);
  if (file === undefined) throw new Error(`no file ${name}`);
  return file;
}
