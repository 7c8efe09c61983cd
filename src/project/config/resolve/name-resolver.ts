import type TypeScript from "typescript";
import type { CalleeSpec } from "../../../checker/oracle/resource-spec.js";
import { configMessages } from "../messages.js";
import { nearest } from "../nearest.js";
import type { Reference } from "../reference.js";
import { Declarations, memberName } from "./declarations.js";
import { findModule } from "./find-module.js";
import { follow, membersOf } from "./lookup.js";
import type { Found, Scope } from "./lookup.js";

/** Tells that a name of the configuration leads nowhere. */
export class NameError extends Error {
  override readonly name = "NameError";
}

/** A function, method or constructor that a name of the configuration stands for. */
export interface ResolvedCallee {
  readonly callee: CalleeSpec;
  readonly signatures: readonly TypeScript.Signature[];
  readonly declarations: readonly TypeScript.Declaration[];
}

/** Resolves the names of one configuration in one program. */
export class NameResolver {
  readonly #ts: typeof TypeScript;
  readonly #program: TypeScript.Program;
  readonly #checker: TypeScript.TypeChecker;
  readonly #folder: string;
  #project: Scope | undefined;

  /** @param folder absolute path of the configuration's folder: relative modules start there */
  constructor(ts: typeof TypeScript, program: TypeScript.Program, folder: string) {
    this.#ts = ts;
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#folder = folder;
  }

  /**
   * The type of a name.
   *
   * @param from its module; without one it is looked for among the project's own files and the globals
   * @returns `undefined` when nothing in this program imports the module
   * @throws NameError when there is none, or more than one
   */
  type(path: readonly string[], from: string | undefined): TypeScript.Symbol | undefined {
    const scope = this.#scope(from);
    if (scope === undefined) return undefined;
    const found = this.#follow(scope, path, from);
    const { Type } = this.#ts.SymbolFlags;
    const types = found.map(({ symbol }) => symbol).filter(({ flags }) => (flags & Type) !== 0);
    const [type] = types;
    if (type === undefined) throw new NameError(configMessages.typeNotFound(path.join("."), where(from), undefined));
    this.#refuseAmbiguous(path, types);
    return type;
  }

  /**
   * A method of a type, by its name alone.
   *
   * @throws NameError when the type has none, or it can't be called
   */
  method(type: TypeScript.Symbol, name: string): TypeScript.Symbol {
    const members = membersOf(this.#ts, this.#checker, type);
    const member = members.find((each) => memberName(each) === name);
    if (member === undefined) {
      const known = members.filter((each) => this.#signatures(each, "call").length > 0).map(memberName);
      throw new NameError(configMessages.memberNotFound(name, type.name, nearest(name, known)));
    }
    if (this.#signatures(member, "call").length === 0)
      throw new NameError(configMessages.notCallable(`${type.name}.${name}`));
    return member;
  }

  /**
   * What a reference calls, or makes with `new`.
   *
   * @param from the module to look in first when the reference names none
   * @returns `undefined` when nothing in this program imports the module
   * @throws NameError when there is none, more than one, or it can't be called
   */
  callee(reference: Reference, from?: string): ResolvedCallee | undefined {
    const found = this.#find(reference, from);
    if (found === undefined) return undefined;
    const { construct, path } = reference;
    const kind = construct ? "construct" : "call";
    const name = path.join(".");
    const callable = found.filter(({ symbol }) => this.#signatures(symbol, kind).length > 0);
    const [first] = callable;
    if (first === undefined)
      throw new NameError(construct ? configMessages.notConstructable(name) : configMessages.notCallable(name));
    this.#refuseAmbiguous(
      path,
      callable.map(({ symbol }) => symbol),
    );
    const declarations = callable.flatMap(({ symbol }) => symbol.declarations ?? []);
    return {
      callee: specOf(first, construct, declarations),
      signatures: callable.flatMap(({ symbol }) => this.#signatures(symbol, kind)),
      declarations,
    };
  }

  /** Where to find it: in the module that the reference names, in the entry's own, or anywhere in the project. */
  #find(reference: Reference, from: string | undefined): readonly Found[] | undefined {
    const { module, path } = reference;
    if (module !== undefined) {
      const scope = this.#scope(module);
      return scope === undefined ? undefined : this.#follow(scope, path, module);
    }
    const own = from === undefined ? undefined : this.#scope(from);
    if (own !== undefined) {
      const found = follow(this.#ts, this.#checker, own, path);
      if (!("known" in found)) return found;
      // A name that the module has, and a member that it has not: looking elsewhere would hide the slip.
      if (found.in !== undefined) this.#follow(own, path, from);
    }
    const project = this.#projectScope();
    const found = follow(this.#ts, this.#checker, project, path);
    if (!("known" in found)) return found;
    if (from !== undefined && own === undefined) return undefined;
    const names = [...(own?.names ?? []), ...project.names];
    throw new NameError(
      found.in === undefined
        ? configMessages.nameNotFound(found.name, where(from), nearest(found.name, names))
        : configMessages.memberNotFound(found.name, found.in, nearest(found.name, found.known)),
    );
  }

  #follow(scope: Scope, path: readonly string[], from: string | undefined): readonly Found[] {
    const found = follow(this.#ts, this.#checker, scope, path);
    if (!("known" in found)) return found;
    const { name, in: owner, known } = found;
    throw new NameError(
      owner === undefined
        ? configMessages.nameNotFound(name, where(from), nearest(name, known))
        : configMessages.memberNotFound(name, owner, nearest(name, known)),
    );
  }

  #scope(from: string | undefined): Scope | undefined {
    if (from === undefined) return this.#projectScope();
    const module = findModule(this.#ts, this.#program, this.#folder, from);
    if (module.kind === "missing") throw new NameError(configMessages.moduleNotFound(from));
    return module.kind === "found" ? module.scope : undefined;
  }

  #projectScope(): Scope {
    if (this.#project === undefined) {
      const own = this.#program
        .getSourceFiles()
        .filter((file) => !file.isDeclarationFile && !this.#program.isSourceFileFromExternalLibrary(file));
      const mine = new Declarations(
        this.#ts,
        this.#program,
        own.flatMap(({ statements }) => [...statements]),
      );
      const global = new Declarations(this.#ts, this.#program, ["lib"]);
      this.#project = {
        named: (name) => {
          const found = mine.named(name);
          return found.length > 0 ? found : global.named(name);
        },
        names: [...mine.names, ...global.names],
      };
    }
    return this.#project;
  }

  #signatures(symbol: TypeScript.Symbol, kind: "call" | "construct"): readonly TypeScript.Signature[] {
    const { Value } = this.#ts.SymbolFlags;
    if ((symbol.flags & Value) === 0) return [];
    const type = this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(symbol));
    return kind === "call" ? type.getCallSignatures() : type.getConstructSignatures();
  }

  #refuseAmbiguous(path: readonly string[], symbols: readonly TypeScript.Symbol[]): void {
    const files = new Set(symbols.map(({ declarations = [] }) => declarations[0]?.getSourceFile().fileName ?? ""));
    if (files.size < 2) return;
    const shown = [...files].map((file) => file.replace(`${this.#folder}/`, "./"));
    throw new NameError(configMessages.ambiguous(path.join("."), shown));
  }
}

const where = (from: string | undefined): string =>
  from === undefined ? configMessages.inProject : configMessages.inModule(from);

/** A callee as tables have it, by its declarations. */
function specOf(
  { symbol, owner }: Found,
  construct: boolean,
  declarations: readonly TypeScript.Declaration[],
): CalleeSpec {
  const from = [...new Set(declarations.map((declaration) => declaration.getSourceFile().fileName))];
  if (construct) return { kind: "constructor", name: symbol.name, from };
  if (owner === undefined) return { kind: "function", name: symbol.name, from };
  // Inherited, it is declared by another type than the one it was looked up in.
  const declaring = (declarations[0]?.parent as { name?: { text?: string } } | undefined)?.name?.text;
  const inNamespace = declarations.some((declaration) => "body" in declaration && isModuleBlock(declaration.parent));
  if (inNamespace) return { kind: "function", name: symbol.name, from };
  return { kind: "method", owner: declaring ?? owner.name, name: memberName(symbol), from };
}

/** Whether a declaration stands in a namespace, told by its form: node kinds are numbered differently from compiler to compiler. */
function isModuleBlock(node: TypeScript.Node): boolean {
  return "statements" in node && !("fileName" in node) && "body" in node.parent;
}
