/** What came of checking one package. */
export interface PackageResult {
  readonly files: number;
  readonly lines: number;
  /** Bodies of code lowered, modules included. */
  readonly functions: number;
  /** Files that TypeScript itself cannot parse (fixtures, templates); they are left out. */
  readonly syntaxErrors: number;
  /** Parsing and resolving, which is TypeScript's work. */
  readonly loadSeconds: number;
  /** Converting and checking every file, with the type checker's answers to the checker's questions. */
  readonly checkSeconds: number;
  /** The same with a good part of the types taken for linear. */
  readonly stressSeconds: number;
  readonly slowest: { readonly file: string; readonly seconds: number };
  /** There must be none: nothing is linear in these packages. */
  readonly diagnostics: string[];
  /** How often each construct could not be modelled. */
  readonly unsupported: Record<string, number>;
  /** Files on which the checker failed. */
  readonly failures: string[];
}
