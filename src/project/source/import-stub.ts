import type TypeScript from "typescript";
import { ts } from "./typescript.js";

/** How a compiler host is told to parse a file. */
export type ParsingOptions = TypeScript.ScriptTarget | TypeScript.CreateSourceFileOptions;

/** The file that a stub stands in for. */
export interface StubbedFile {
  readonly text: string;
  readonly options: ParsingOptions;
}

const stubbed = new WeakMap<TypeScript.SourceFile, StubbedFile>();

/**
 * A source file reduced to what leads to other files: its imports and the comments at its top.
 *
 * Which files belong to a program depends on nothing else, and a stub takes a tenth of the time of parsing the file.
 * It names too much rather than too little: every string after `from`, `import`, `require` or `module` counts, in
 * comments and strings too, and each is looked up as an `import`, as an `import()` and as a `require`, because which of
 * them the file wrote decides what a package's `exports` lead to.
 *
 * @param path absolute path
 * @param text the whole text
 * @returns nothing when the text alone does not tell its imports
 */
export function importStub(path: string, text: string, options: ParsingOptions): TypeScript.SourceFile | undefined {
  const specifiers = importedNames(text);
  if (specifiers === undefined) return undefined;
  const imports = [...specifiers].map((specifier, index) => {
    const name = JSON.stringify(specifier);
    return `import ${name}; import(${name}); import _${index} = require(${name});\n`;
  });
  const top = text.slice(0, ts.getLeadingCommentRanges(text, 0)?.at(-1)?.end ?? 0);
  const file = ts.createSourceFile(path, `${top}\n${imports.join("")}export {};\n`, options);
  stubbed.set(file, { text, options });
  return file;
}

/** What a stub stands in for; nothing when the file is no stub. */
export function stubbedFile(file: TypeScript.SourceFile): StubbedFile | undefined {
  return stubbed.get(file);
}

const IMPORTED =
  /\b(?:from|import|require|module)(?:[\s(]|\/\*[^]*?\*\/|\/\/[^\n]*\n)*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`)/gu;

function importedNames(text: string): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const [, double, single, template] of text.matchAll(IMPORTED)) {
    const name = double ?? single ?? template ?? "";
    // An escape, as in "./\u0061.js", takes a scanner to read.
    if (name.includes("\\")) return undefined;
    if (name !== "") names.add(name);
  }
  return names;
}
