import type TypeScript from "typescript";
import type { BrandRegistry } from "./brand-registry.js";

/**
 * What the parts of the oracle share.
 *
 * `ts` is the compiler that made `program`: a host such as an editor or ESLint brings its own copy, and enums differ
 * from copy to copy.
 */
export interface OracleContext {
  readonly ts: typeof TypeScript;
  readonly program: TypeScript.Program;
  readonly checker: TypeScript.TypeChecker;
  readonly registry: BrandRegistry;
}
