import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";
import { ts } from "../../../src/project/source/typescript.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const name = `${root}generated-differential.ts`;
const options: TypeScript.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
  paths: { movecheck: [`${root}src/index.ts`] },
};
const kept = new Map<string, TypeScript.SourceFile | undefined>();

/** A program of one file in memory that may import `movecheck`; the libraries are parsed once a process. */
export function programOf(text: string): {
  readonly program: TypeScript.Program;
  readonly file: TypeScript.SourceFile;
} {
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const source = ts.createSourceFile(
    name,
    text,
    { languageVersion: ts.ScriptTarget.ES2022, impliedNodeFormat: ts.ModuleKind.ESNext },
    true,
  );
  host.getSourceFile = (file, ...rest) => {
    if (file === name) return source;
    if (!kept.has(file)) kept.set(file, read(file, ...rest));
    return kept.get(file);
  };
  host.fileExists = (file) => file === name || ts.sys.fileExists(file);
  host.readFile = (file) => (file === name ? text : ts.sys.readFile(file));
  return { program: ts.createProgram([name], options, host), file: source };
}
