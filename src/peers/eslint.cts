// `movecheck/eslint` for a configuration that is CommonJS.
import type eslintPlugin = require("eslint-plugin-movecheck");
import loader = require("./load-eslint-plugin.js");

/** The ESLint plugin; `configs.recommended` is for `eslint.config.js`. */
const plugin: typeof eslintPlugin.default = loader.loadEslintPlugin();
export = plugin;
