// The lint rules of record. eslint.config.js only loads this file for today's ESLint. What may import what is in
// .dependency-cruiser.cjs.
"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");

/** The project lints itself with its own plugin, which is there once it is built. */
const own = existsSync(join(__dirname, "packages/eslint-plugin-movecheck/dist/hosts/eslint/index.cjs"));

module.exports = {
  root: true,
  env: { node: true, es2022: true },
  reportUnusedDisableDirectives: true,
  ignorePatterns: [
    "dist/",
    "build/",
    "node_modules/",
    "**/fixtures/**",
    "type-tests/**",
    "docs/",
    "eslint.config.js",
    "packages/",
  ],
  extends: ["eslint:recommended", ...(own ? ["plugin:movecheck/recommended"] : [])],
  parserOptions: { ecmaVersion: 2023, sourceType: "module" },
  rules: {
    eqeqeq: "error",
    "no-console": "off",
    "prefer-const": "error",
    "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    {
      files: ["**/*.ts", "**/*.cts", "**/*.mts"],
      parser: "@typescript-eslint/parser",
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: __dirname },
      plugins: ["@typescript-eslint"],
      extends: ["plugin:@typescript-eslint/strict-type-checked", "plugin:@typescript-eslint/stylistic-type-checked"],
      rules: {
        "@typescript-eslint/consistent-type-imports": "error",
        // A `default` covers the rest; a switch without one must name every case.
        "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
        // ESTree kinds are strings by contract; the enum is only their TypeScript spelling, and a run-time import.
        "@typescript-eslint/no-unsafe-enum-comparison": "off",
        "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
        "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
        "@typescript-eslint/naming-convention": [
          "error",
          {
            selector: ["function", "method", "classMethod"],
            format: ["camelCase", "PascalCase", "snake_case"],
            leadingUnderscore: "allow",
          },
          { selector: "typeLike", format: ["PascalCase"] },
        ],
      },
    },
    {
      files: ["**/*.cts"],
      // The only import that CommonJS has under verbatimModuleSyntax.
      rules: { "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }] },
    },
    {
      files: ["scripts/type-shapes.table.ts", "test/fd/api.test.ts", "test/fd/table/descriptor-table.test.ts"],
      // A table; and tests with a block per call of the API, which the formatter spreads over more lines.
      rules: { "max-lines": "off" },
    },
    {
      files: ["test/**/*.ts", "bench/**/*.ts"],
      rules: {
        // node:test's own functions return promises that the runner awaits.
        "@typescript-eslint/no-floating-promises": [
          "error",
          {
            allowForKnownSafeCalls: [
              {
                from: "package",
                name: ["test", "it", "describe", "suite", "before", "after", "beforeEach", "afterEach"],
                package: "node:test",
              },
            ],
          },
        ],
        "@typescript-eslint/no-non-null-assertion": "off",
      },
    },
    {
      files: ["src/types/**/*.ts", "src/fd/types/**/*.ts"],
      rules: {
        // In the encoding `any` is a brand (assignable both ways), an interface or a namespace is there for the name it
        // prints or for the place of its type parameters, and `void` is one of the types that are walked.
        "@typescript-eslint/no-explicit-any": "off",
        "@typescript-eslint/no-empty-object-type": "off",
        "@typescript-eslint/no-invalid-void-type": "off",
        "@typescript-eslint/no-namespace": "off",
        "@typescript-eslint/prefer-function-type": "off",
      },
    },
  ],
};
