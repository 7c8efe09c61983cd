// ESLint's types as far as the rules use them. ESLint 8 ships none and 9 and 10 ship different ones, so the plugin
// declares the part that all three share.
import type { ParserServices, TSESTree } from "@typescript-eslint/typescript-estree";
import type { RuleMeta } from "./rule-meta.js";

/** Replaces text: made by ESLint, taken by ESLint. */
interface TextFixer {
  replaceTextRange(range: readonly [number, number], text: string): unknown;
}

/** One offered change. */
export interface Suggestion {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix: (fixer: TextFixer) => unknown[];
}

/** One report of a rule. */
interface Report {
  readonly loc: TSESTree.SourceLocation;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly suggest?: readonly Suggestion[];
}

/** The file under the rules. */
export interface SourceCode {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly hasBOM: boolean;
  readonly parserServices?: Partial<ParserServices>;
  getLocFromIndex(index: number): TSESTree.Position;
}

/** What ESLint hands to a rule. */
export interface RuleContext {
  readonly cwd: string;
  readonly filename: string;
  readonly sourceCode: SourceCode;
  report(report: Report): void;
}

/** An ESLint rule. */
export interface Rule {
  readonly meta: RuleMeta;
  /** All that is said of a file is said at its root. */
  create(context: RuleContext): { Program(node: TSESTree.Program): void };
}
