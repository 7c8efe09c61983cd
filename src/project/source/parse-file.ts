import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import { estree } from "./typescript.js";

/** Finds the compiler's node for a node of the syntax tree; `undefined` when there is none. */
export type NodeMap = (node: TSESTree.Node) => TypeScript.Node | undefined;

/** A file as the core takes it, tied to the compiler's nodes. */
export interface ParsedFile {
  readonly ast: TSESTree.Program;
  readonly node: NodeMap;
}

/** A file that the converter refuses, although the compiler's parser let it pass. */
export interface SyntaxProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Converts a file of a program to ESTree.
 *
 * @param program its nodes are what the oracle asks about
 * @param file a file of the program
 * @param comments also list the comments
 * @returns the tree, or what is wrong with the file's syntax
 */
export function parseFile(
  program: TypeScript.Program,
  file: TypeScript.SourceFile,
  comments: boolean,
): ParsedFile | SyntaxProblem {
  try {
    const { ast, services } = estree().parseAndGenerateServices(file.text, {
      programs: [program],
      filePath: file.fileName,
      comment: comments,
      loc: true,
      range: true,
      loggerFn: false,
      disallowAutomaticSingleRunInference: true,
      suppressDeprecatedPropertyWarnings: true,
    });
    const map = services.esTreeNodeToTSNodeMap;
    return { ast, node: (node) => map.get(node) };
  } catch (error) {
    if (!(error instanceof estree().TSError)) throw error;
    const { start, end } = error.location;
    return { message: error.message, start: start.offset, end: end.offset };
  }
}
