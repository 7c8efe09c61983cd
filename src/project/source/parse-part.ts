import type { ParseSettings } from "@typescript-eslint/typescript-estree/use-at-your-own-risk";
import type TypeScript from "typescript";
import type { ParsedFile } from "./parse-file.js";
import { estreeInternals } from "./typescript.js";

/** What the converter looks at in its settings. */
const SETTINGS = {
  allowInvalidAST: false,
  comment: false,
  errorOnUnknownASTType: false,
  loc: true,
  range: true,
  suppressDeprecatedPropertyWarnings: true,
  tokens: false,
} as unknown as ParseSettings;

/**
 * Converts some statements of a file to ESTree, as if the others were blank.
 *
 * The public entry of the converter only takes whole files, which costs more than everything else that a keystroke needs.
 *
 * @param file without syntax errors
 * @param statements of the file, in order
 */
export function parsePart(file: TypeScript.SourceFile, statements: readonly TypeScript.Statement[]): ParsedFile {
  // Everything but the statements is the file's own: text, line table, token positions.
  const part = Object.create(file, {
    statements: { value: statements },
    // For the tokens between statements: those of the whole file, which can be scanned without gaps.
    getChildren: { value: () => file.getChildren() },
  }) as TypeScript.SourceFile;
  const { estree, astMaps } = estreeInternals().astConverter(part, SETTINGS, true);
  const map = astMaps.esTreeNodeToTSNodeMap;
  return { ast: estree, node: (node) => map.get(node) };
}
