import Module, { createRequire } from "node:module";
import type * as Estree from "@typescript-eslint/typescript-estree";
import type * as EstreeInternals from "@typescript-eslint/typescript-estree/use-at-your-own-risk";
import type TypeScript from "typescript";

/** The part of Node's loader that every resolver hook in CommonJS goes through. */
interface Loader {
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
}

const require = createRequire(import.meta.url);

const converter = require.resolve("@typescript-eslint/typescript-estree");
const foreign = require.cache[converter] !== undefined;
const own = foreign ? createRequire(converter).resolve("typescript") : require.resolve("typescript");

/**
 * The compiler API that movecheck works with.
 *
 * It and the syntax tree converter must be of one copy: enumerations are numbered differently from version to version, so
 * a tree converted with another TypeScript would go wrong silently, and TypeScript 7 has no such API at all. Yet package
 * managers hoist the converter and its helpers next to the project's own TypeScript, whatever that is. So while the
 * converter loads, `typescript` means movecheck's own dependency. If something else in the process has loaded the
 * converter before, its TypeScript is taken instead.
 */
export const ts = require(own) as typeof TypeScript;

let loaded: typeof Estree | undefined;

/** The converter to ESTree, loaded when the first file has to be converted: most files of most projects don't. */
export function estree(): typeof Estree {
  loaded ??= foreign
    ? (require(converter) as typeof Estree)
    : withOwnTypescript(() => require(converter) as typeof Estree);
  return loaded;
}

/** The converter's own parts, for what its public entry cannot do. */
export function estreeInternals(): typeof EstreeInternals {
  estree();
  return require("@typescript-eslint/typescript-estree/use-at-your-own-risk") as typeof EstreeInternals;
}

function withOwnTypescript<T>(load: () => T): T {
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, ...rest) {
    return request === "typescript" ? own : Reflect.apply(resolve, this, [request, ...rest]);
  };
  try {
    return load();
  } finally {
    loader._resolveFilename = resolve;
  }
}
