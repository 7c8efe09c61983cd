// Loads the rules of record, .eslintrc.cjs, for ESLint's flat configuration. No rule lives here.
import { createRequire } from "node:module";
import { FlatCompat } from "@eslint/eslintrc";
import js from "@eslint/js";

const record = createRequire(import.meta.url)("./.eslintrc.cjs");
const { ignorePatterns, root: _root, reportUnusedDisableDirectives, ...rules } = record;
const compat = new FlatCompat({ baseDirectory: import.meta.dirname, recommendedConfig: js.configs.recommended });

export default [
  { ignores: ignorePatterns },
  { linterOptions: { reportUnusedDisableDirectives } },
  ...compat.config(rules),
];
