// `plugins: ["movecheck"]` in an .eslintrc resolves to this package; the plugin itself is `movecheck/eslint`.
"use strict";

const { default: plugin } = require("movecheck/eslint");

// An .eslintrc that extends "plugin:movecheck/recommended" takes the configuration of that name in the old form.
module.exports = { ...plugin, configs: { ...plugin.configs, recommended: plugin.configs["recommended-legacy"] } };
