import type TypeScript from "typescript";

/** What a file's imports are called where they come from: `import { open as openFile }`. */
export class ImportedNames {
  readonly #names = new Map<string, string>();

  constructor(ts: typeof TypeScript, file: TypeScript.SourceFile) {
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement)) continue;
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
      for (const { name, propertyName } of bindings.elements)
        if (propertyName !== undefined) this.#names.set(name.text, propertyName.text);
    }
  }

  /** The name that a local name stands for. */
  of(name: string): string {
    return this.#names.get(name) ?? name;
  }
}
