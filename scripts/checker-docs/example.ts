import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import { fileURLToPath } from "node:url";
import type { FunctionAnalysis } from "../../src/checker/analysis/function-analysis.js";
import type { CheckResult } from "../../src/checker/check-result.js";
import { analyseFunctions, checkFunctions } from "../../src/checker/pipeline.js";
import { TypescriptOracle } from "../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../src/project/source/parse-file.js";
import { ts } from "../../src/project/source/typescript.js";

/** What the examples of the pages call, without an import. */
export const DECLARATIONS = `interface Token extends Linear { readonly n: number }
declare function make(): Token;                         // gives a value that must be consumed
declare function eat(token: Token): void;               // consumes it
declare function look(token: Ref<Token>): void;         // only looks at it
declare function same(token: Ref<Token>): Ref<Token>;   // gives back what it was lent`;

const root = fileURLToPath(new URL("../../", import.meta.url));
const NAME = `${root}example.ts`;
const GLOBALS = `${root}example-globals.d.ts`;
const options: TypeScript.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noEmit: true,
  paths: { movecheck: [`${root}src/index.ts`] },
};
const texts = new Map([
  [
    GLOBALS,
    `import type { Linear as L, Ref as R } from "movecheck";
declare global { interface Linear extends L {}; type Ref<T> = R<T>; ${DECLARATIONS.replaceAll("declare ", "")} }`,
  ],
]);
const libraries = new Map<string, TypeScript.SourceFile | undefined>();

/** An example of a page, checked. */
export interface Example {
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly analyses: readonly FunctionAnalysis[];
  readonly result: CheckResult;
}

/**
 * Checks the program of an example.
 *
 * @throws when it has errors of its own
 */
export function readExample(text: string): Example {
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const own = new Map([...texts, [NAME, text]]);
  host.getSourceFile = (file, version, ...rest) => {
    const known = own.get(file);
    if (known !== undefined) return ts.createSourceFile(file, known, version, true);
    if (!libraries.has(file)) libraries.set(file, read(file, version, ...rest));
    return libraries.get(file);
  };
  host.fileExists = (file) => own.has(file) || ts.sys.fileExists(file);
  host.readFile = (file) => own.get(file) ?? ts.sys.readFile(file);
  const program = ts.createProgram([NAME, GLOBALS], options, host);
  const file = program.getSourceFile(NAME);
  const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  if (file === undefined || errors.length > 0)
    throw new Error(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"));
  const parsed = parseFile(program, file, false);
  if ("message" in parsed) throw new Error(parsed.message);
  const analyses = [
    ...analyseFunctions(parsed.ast, new TypescriptOracle(ts, program, parsed.node), { validateGraphs: true }),
  ];
  return { text, program: parsed.ast, analyses, result: checkFunctions(analyses) };
}
