// The ESLint plugin for `require`: `plugins: ["movecheck"]` in an `.eslintrc` comes here.
import type { LegacyPlugin } from "./plugin.js" with { "resolution-mode": "import" };
import create = require("./create-plugin.js");
import flat = require("./index.js");

const plugin: LegacyPlugin = create.legacyPlugin(flat.default);

export = plugin;
