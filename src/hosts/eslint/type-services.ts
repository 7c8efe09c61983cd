import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as ts from "typescript";
import type { ParsedHostFile, TypeScript } from "../../project/source/host-file.js";
import { NO_PARSER, NO_TYPES } from "./messages.js";
import type { SourceCode } from "./rule-types.js";

/** The file with its types, or what has to be configured to have them. */
export type TypeServices = { readonly file: ParsedHostFile } | { readonly missing: string };

/**
 * Finds the program behind a file that typescript-eslint parsed.
 *
 * @param sourceCode the file, from the rule's context
 */
export function typeServices(sourceCode: SourceCode): TypeServices {
  const services = sourceCode.parserServices;
  if (services?.esTreeNodeToTSNodeMap === undefined) return { missing: NO_PARSER };
  const { esTreeNodeToTSNodeMap, program } = services;
  if (program === undefined || program === null) return { missing: NO_TYPES };
  const { ast } = sourceCode;
  const sourceFile: ts.SourceFile = esTreeNodeToTSNodeMap.get(ast);
  return {
    file: {
      ts: compilerOf(program),
      program,
      sourceFile,
      parsed: { ast, node: (node) => esTreeNodeToTSNodeMap.get(node) },
    },
  };
}

const requireHere = createRequire(import.meta.url);

/**
 * The `typescript` module that made a program.
 *
 * The parser's copy may be another version than ours, with other numbers in its enumerations; the program does not name
 * it, but the default library's declarations lie beside it.
 */
function compilerOf(program: ts.Program): TypeScript {
  const library = program.getSourceFiles().find((file) => program.isSourceFileDefaultLibrary(file));
  if (library !== undefined) {
    try {
      return requireHere(join(dirname(library.fileName), "typescript.js")) as TypeScript;
    } catch {
      // A library replaced by `@typescript/lib-*` lies elsewhere; the copy installed beside this package is used.
    }
  }
  return requireHere("typescript") as TypeScript;
}
