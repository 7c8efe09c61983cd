import type TypeScript from "typescript";
import type { ResourceSpec, ResourceTable } from "../../checker/oracle/resource-spec.js";
import { stubbedFile } from "./import-stub.js";
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
  readonly #mentions: readonly RegExp[];
  readonly #known = new WeakMap<TypeScript.SourceFile, boolean>();

  constructor(program: TypeScript.Program, table: ResourceTable) {
    const files = program.getSourceFiles();
    const packages = new Set(files.flatMap((file) => packageOf(file.fileName) ?? []));
    const own = files.filter((file) => !file.isDeclarationFile && packageOf(file.fileName) === undefined);
    const disposes = own.some((file) => DISPOSES.test(textOf(file)));
    const resources = table.resources.filter((spec) => isPresent(spec, packages, disposes));
    this.table = resources.length === table.resources.length ? table : { ...table, resources };
    this.#mentions = resources.flatMap(mentionOf);
  }

  /** Whether a file may acquire something. */
  has(file: TypeScript.SourceFile): boolean {
    if (file.isDeclarationFile) return false;
    let reached = this.#known.get(file);
    if (reached === undefined) {
      const text = textOf(file);
      this.#known.set(file, (reached = this.#mentions.some((pattern) => pattern.test(text))));
    }
    return reached;
  }
}

/** A file's whole text, when the program has a stub of it, too. */
function textOf(file: TypeScript.SourceFile): string {
  return stubbedFile(file)?.text ?? file.text;
}

/** What a text that acquires such a resource has in it. */
function mentionOf(spec: ResourceSpec): RegExp[] {
  const words = wordsOf(spec);
  if (words.length === 0) return [];
  const word = String.raw`(?<![\w$])(?:${words.join("|")})(?![\w$])`;
  const nodeModules =
    spec.type.kind === "structural" ? [] : spec.type.from.filter((place) => place.startsWith("node:"));
  const { from } = spec.type.kind === "structural" ? { from: [] } : spec.type;
  if (nodeModules.length === 0 || nodeModules.length < from.length) return [new RegExp(word, "u")];
  // What Node's modules make is made where they are imported: by their names, or those of what they are parts of.
  const names = nodeModules.map((place) => /^node:(\w+)/u.exec(place)?.[1] ?? "");
  const imported = String.raw`["'](?:node:)?(?:${[...new Set(names)].join("|")})(?:/\w+)*["']`;
  return [new RegExp(`^(?=[^]*${imported})[^]*?${word}`, "u")];
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
