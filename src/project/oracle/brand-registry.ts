import type TypeScript from "typescript";
import { isBrandFile } from "../source/brand-file.js";

/** The names of movecheck's brands in one program; several copies of movecheck may be installed side by side. */
interface BrandNames {
  readonly state: ReadonlySet<TypeScript.__String>;
  readonly notSend: ReadonlySet<TypeScript.__String>;
  readonly callOnce: ReadonlySet<TypeScript.__String>;
}

/**
 * Recognises movecheck's own declarations in a program: brands by the unique symbol that keys them, aliases by name
 * and the folder that declares them.
 */
export class BrandRegistry {
  readonly #ts: typeof TypeScript;
  readonly #brands: BrandNames;
  /** The folders of movecheck's type declarations, each ending in a slash. */
  readonly #folders: readonly string[];

  constructor(ts: typeof TypeScript, program: TypeScript.Program) {
    this.#ts = ts;
    const files = program.getSourceFiles().filter((file) => isBrandFile(file.fileName));
    this.#folders = files.map((file) => file.fileName.replace(/[^\\/]*$/u, ""));
    const checker = files.length === 0 ? undefined : program.getTypeChecker();
    const named = (name: string): Set<TypeScript.__String> =>
      new Set(files.flatMap((file) => brandName(checker, file, name)));
    this.#brands = { state: named("State"), notSend: named("NotSend"), callOnce: named("CallOnce") };
  }

  /** Whether the program contains movecheck at all. */
  get present(): boolean {
    return this.#folders.length > 0;
  }

  /** Whether a property is keyed by one of the brands. */
  isBrand(property: TypeScript.Symbol, brand: keyof BrandNames): boolean {
    return this.#brands[brand].has(property.escapedName);
  }

  /** Whether an alias or interface is the one of this name that movecheck declares. */
  isOwn(symbol: TypeScript.Symbol | undefined, name: string): boolean {
    return symbol?.name === name && (symbol.declarations?.some((declaration) => this.declares(declaration)) ?? false);
  }

  /** Whether a declaration is in movecheck's type kit. */
  declares(declaration: TypeScript.Node): boolean {
    const { fileName } = declaration.getSourceFile();
    return this.#folders.some((folder) => fileName.startsWith(folder));
  }

  /** Whether a declaration is anywhere in movecheck's public declarations, the reservation API included. */
  declaresPublic(declaration: TypeScript.Node): boolean {
    const { fileName } = declaration.getSourceFile();
    return this.#folders.some((folder) => fileName.startsWith(folder.replace(/types[\\/]$/u, "")));
  }

  /** Whether a type keyed by the brand of ownership is a message to read: the state of a moved value. */
  isMessage(type: TypeScript.Type): boolean {
    const { StringLiteral, TemplateLiteral } = this.#ts.TypeFlags;
    if ((type.flags & TemplateLiteral) !== 0) return true;
    return (type.flags & StringLiteral) !== 0 && (type as TypeScript.StringLiteralType).value !== "live";
  }
}

function brandName(
  checker: TypeScript.TypeChecker | undefined,
  file: TypeScript.SourceFile,
  name: string,
): TypeScript.__String[] {
  const module = checker?.getSymbolAtLocation(file);
  const symbol =
    module === undefined ? undefined : checker?.getExportsOfModule(module).find((each) => each.name === name);
  const type =
    symbol === undefined ? undefined : (checker?.getTypeOfSymbol(symbol) as TypeScript.UniqueESSymbolType | undefined);
  // Only a unique symbol's type carries the name that properties keyed by it get.
  return type !== undefined && "escapedName" in type ? [type.escapedName] : [];
}
