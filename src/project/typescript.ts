import Module, { createRequire } from "node:module";
import type * as Estree from "@typescript-eslint/typescript-estree";
import type TypeScript from "typescript";

/** The part of Node's loader that every resolver hook in CommonJS goes through. */
interface Loader {
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
}

const require = createRequire(import.meta.url);

/**
 * The compiler API that movecheck works with, and the syntax tree converter on top of it.
 *
 * Both must be of one copy: enumerations are numbered differently from version to version, so a tree converted with
 * another TypeScript would go wrong silently, and TypeScript 7 has no such API at all. Yet package managers hoist the
 * converter and its helpers next to the project's own TypeScript, whatever that is. So while the converter loads,
 * `typescript` means movecheck's own dependency. If something else in the process has loaded the converter before,
 * its TypeScript is taken instead.
 */
const loaded = load();

/** The compiler API. */
export const ts: typeof TypeScript = loaded.ts;

/** The converter to ESTree. */
export const estree: typeof Estree = loaded.estree;

function load(): { ts: typeof TypeScript; estree: typeof Estree } {
  const converter = require.resolve("@typescript-eslint/typescript-estree");
  if (require.cache[converter] !== undefined) {
    const theirs = createRequire(converter)("typescript") as typeof TypeScript;
    return { ts: theirs, estree: require(converter) as typeof Estree };
  }
  const own = require.resolve("typescript");
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, ...rest) {
    return request === "typescript" ? own : Reflect.apply(resolve, this, [request, ...rest]);
  };
  try {
    return { ts: require(own) as typeof TypeScript, estree: require(converter) as typeof Estree };
  } finally {
    loader._resolveFilename = resolve;
  }
}
