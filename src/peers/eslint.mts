// `movecheck/eslint`: the plugin of eslint-plugin-movecheck, for an `eslint.config.js`.
import type { Plugin } from "eslint-plugin-movecheck";
import { loadEslintPlugin } from "./load-eslint-plugin.js";

/** The ESLint plugin; `configs.recommended` is for `eslint.config.js`. */
const plugin: Plugin = loadEslintPlugin();
export default plugin;
