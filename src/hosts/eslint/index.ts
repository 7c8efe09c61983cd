// The ESLint plugin: the package `eslint-plugin-movecheck`, and `movecheck/eslint`.
import { createRequire } from "node:module";
import { analyseFile } from "../../project/analyse-file.js";
import { createPlugin } from "./create-plugin.js";
import type { Plugin } from "./plugin.js";

const { version } = createRequire(import.meta.url)("../../../package.json") as { version: string };

/**
 * The ESLint plugin: a rule for each family of the checker's diagnostics, and `configs.recommended`.
 *
 * The rules need types: typescript-eslint 8 with `projectService` or `project`. They share one analysis of a file.
 *
 * @example
 * // eslint.config.js
 * import movecheck from "eslint-plugin-movecheck";
 * import tseslint from "typescript-eslint";
 *
 * export default [
 *   { languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } }, files: ["**" + "/*.ts"] },
 *   movecheck.configs.recommended,
 * ];
 */
const plugin: Plugin = createPlugin(analyseFile, version);

export default plugin;
export type { Configs } from "./configs.js";
export type { Plugin } from "./plugin.js";
