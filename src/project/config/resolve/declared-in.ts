import { packageOf } from "../../source/package-of.js";
import type TypeScript from "typescript";
import type { DeclaredIn } from "../../../checker/oracle/resource-spec.js";

/** Parts of a program in which declarations stand side by side: a file's statements, or an ambient module's. */
export type Statements = readonly TypeScript.Statement[];

/**
 * The statements of a program in which a table says that something is declared.
 *
 * @param program what to look in; a package that it does not contain has no statements
 * @param from as in a table
 */
export function statementsIn(ts: typeof TypeScript, program: TypeScript.Program, from: DeclaredIn): Statements {
  const files = program.getSourceFiles();
  return from.flatMap((place): Statements => {
    if (place === "lib") return files.flatMap((file) => globals(ts, program, file));
    if (place.startsWith("node:")) return files.filter(isNodes).flatMap((file) => ambient(ts, file, place));
    if (place.startsWith("/") || /^[A-Za-z]:\//u.test(place))
      return files.filter((file) => file.fileName === place).flatMap((file) => file.statements);
    return files.flatMap((file) => (packageOf(file.fileName) === place ? [...file.statements] : []));
  });
}

function isNodes(file: TypeScript.SourceFile): boolean {
  return ["node", "bun"].includes(packageOf(file.fileName) ?? "") && file.isDeclarationFile;
}

/** The ambient module of a name, with its prefix or without: `@types/node` has declared either over the years. */
function ambient(ts: typeof TypeScript, file: TypeScript.SourceFile, name: string): Statements {
  return file.statements.flatMap((statement) =>
    ts.isModuleDeclaration(statement) &&
    (statement.name.text === name || statement.name.text === name.slice("node:".length))
      ? bodyOf(ts, statement)
      : [],
  );
}

/** What a file declares for everybody: all of a script's, and what stands under `declare global`. */
function globals(ts: typeof TypeScript, program: TypeScript.Program, file: TypeScript.SourceFile): Statements {
  if (program.isSourceFileDefaultLibrary(file)) return file.statements;
  if (!file.isDeclarationFile) return [];
  const augmenting = (statements: Statements): Statements =>
    statements.flatMap((statement) => {
      if (!ts.isModuleDeclaration(statement)) return [];
      if (statement.name.text === "global") return bodyOf(ts, statement);
      return ts.isStringLiteral(statement.name) ? augmenting(bodyOf(ts, statement)) : [];
    });
  return ts.isExternalModule(file)
    ? augmenting(file.statements)
    : [
        ...file.statements.filter((each) => !(ts.isModuleDeclaration(each) && ts.isStringLiteral(each.name))),
        ...augmenting(file.statements),
      ];
}

/** The statements of a namespace or an ambient module. */
export function bodyOf(ts: typeof TypeScript, { body }: TypeScript.ModuleDeclaration): Statements {
  if (body === undefined) return [];
  if (ts.isModuleBlock(body)) return body.statements;
  return ts.isModuleDeclaration(body) ? bodyOf(ts, body) : [];
}
