import { createRequire } from "node:module";
import type { Plugin } from "eslint-plugin-movecheck";
import { missingEslintPlugin } from "./messages.js";
import { resolvePeer } from "./resolve-peer.js";

/**
 * Loads the ESLint plugin, of which `movecheck/eslint` is another name.
 *
 * @throws Error that says in one line what to install, where the plugin is missing
 */
export function loadEslintPlugin(): Plugin {
  const found = resolvePeer("eslint-plugin-movecheck", process.cwd());
  if (found === undefined) throw new Error(missingEslintPlugin);
  return (createRequire(import.meta.url)(found) as { readonly default: Plugin }).default;
}
