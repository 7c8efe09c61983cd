/** The text of every report: the checker's own, put together by `reportText`. */
export const REPORT = "{{text}}";

/** The title of a suggestion: the checker's own. */
export const SUGGESTION = "{{title}}";

/** Said once when the parser gives no tree that TypeScript knows. */
export const NO_PARSER =
  "movecheck needs the types of this file, and its parser gives none: lint it with @typescript-eslint/parser and `parserOptions: { projectService: true }` (or `project: true`).";

/** Said once when typescript-eslint parses without a project. */
export const NO_TYPES =
  "movecheck needs the types of this file: set `parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }` (in .eslintrc.cjs `tsconfigRootDir: __dirname`) for @typescript-eslint/parser 8.";

/** Before the help of a diagnostic. */
export const HELP = "help";
