import { createRequire } from "node:module";
import type TypeScript from "typescript";

const resolve = createRequire(import.meta.url);

/**
 * The compiler API that movecheck works with.
 *
 * It is the very copy that the syntax tree converter uses. A package manager may install several copies side by side
 * (movecheck's 6.0 and the project's own 5.9 or 7.0), and node kinds are numbered differently in each: mixing two
 * copies would go wrong silently.
 */
export const ts = createRequire(resolve.resolve("@typescript-eslint/typescript-estree"))("typescript") as typeof TypeScript;
