import type TypeScript from "typescript";
import type { ResourceSpec, ResourceTable } from "../../checker/oracle/resource-spec.js";
import { packageOf } from "./package-of.js";

/**
 * The files of a program in which something may be acquired that a table names.
 *
 * A file has to mention, as a word, the name of something that acquires, and the program has to have the package that
 * declares it. Nothing is type-checked for the answer, and a project without any of the packages is not searched.
 */
export class ResourceReach {
  /** The table without what the program does not have. */
  readonly table: ResourceTable;
  readonly #mentions: RegExp | undefined;
  readonly #known = new WeakMap<TypeScript.SourceFile, boolean>();

  constructor(program: TypeScript.Program, table: ResourceTable) {
    const files = program.getSourceFiles();
    const packages = new Set(files.flatMap((file) => packageOf(file.fileName) ?? []));
    const own = files.filter((file) => !file.isDeclarationFile && packageOf(file.fileName) === undefined);
    const disposes = own.some(({ text }) => DISPOSES.test(text));
    const resources = table.resources.filter((spec) => isPresent(spec, packages, disposes));
    this.table = resources.length === table.resources.length ? table : { ...table, resources };
    const words = [...new Set(resources.flatMap(wordsOf))];
    this.#mentions =
      words.length === 0 ? undefined : new RegExp(String.raw`(?<![\w$])(?:${words.join("|")})(?![\w$])`, "u");
  }

  /** Whether a file may acquire something. */
  has(file: TypeScript.SourceFile): boolean {
    if (this.#mentions === undefined || file.isDeclarationFile) return false;
    let reached = this.#known.get(file);
    if (reached === undefined) this.#known.set(file, (reached = this.#mentions.test(file.text)));
    return reached;
  }
}

const DISPOSES = /\bSymbol\.(?:asyncDispose|dispose)\b|\b(?:Async)?Disposable\b/u;

function isPresent({ type }: ResourceSpec, packages: ReadonlySet<string>, disposes: boolean): boolean {
  if (type.kind === "structural") return disposes;
  return type.from.some((place) => {
    if (place === "lib") return true;
    if (place.startsWith("node:")) return packages.has("node") || packages.has("bun");
    return place.includes("/") && !place.startsWith("@") ? true : packages.has(place);
  });
}

function wordsOf({ acquire }: ResourceSpec): string[] {
  if (acquire === "inferred") return ["new", "create", "make", "open", "acquire"];
  return acquire.map(({ callee }) => callee.name.replaceAll(/[^\w]/gu, String.raw`\$&`));
}

const reaches = new WeakMap<TypeScript.Program, WeakMap<ResourceTable, ResourceReach>>();

/** The reach of a table in a program, once. */
export function resourceReach(program: TypeScript.Program, table: ResourceTable): ResourceReach {
  let tables = reaches.get(program);
  if (tables === undefined) reaches.set(program, (tables = new WeakMap<ResourceTable, ResourceReach>()));
  let reach = tables.get(table);
  if (reach === undefined) tables.set(table, (reach = new ResourceReach(program, table)));
  return reach;
}
