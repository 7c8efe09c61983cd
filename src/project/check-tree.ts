import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import { checkFile } from "../checker/check-file.js";
import type { CheckOptions } from "../checker/check-options.js";
import type { CheckResult } from "../checker/check-result.js";
import { type Finding, findingOf } from "./finding.js";
import type { NodeMap } from "./oracle/context.js";
import { TypescriptOracle } from "./oracle/typescript-oracle.js";
import type { Suppressed } from "./report.js";
import { SourceText } from "./source-text.js";
import { applySuppressions, mentionsSuppression } from "./suppress/apply-suppressions.js";

/** A file of a program with its tree. */
export interface ProgramTree {
  /** The compiler that made the program. */
  readonly ts: typeof TypeScript;
  readonly program: TypeScript.Program;
  readonly source: SourceText;
  /** With comments when the text mentions a suppression. */
  readonly ast: TSESTree.Program;
  readonly node: NodeMap;
}

/** What was found in a tree. */
export interface TreeCheck {
  /** Diagnostics that are not suppressed, and complaints about suppressions, by position. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly result: CheckResult | undefined;
}

/** Makes the core's result of a tree. */
export type TreeChecker = (tree: ProgramTree, options: CheckOptions) => CheckResult;

/**
 * Checks a tree and minds its suppression comments.
 *
 * @param tree the file
 * @param check makes the core's result; nothing where no linear type reaches the file
 */
export function checkTree(tree: ProgramTree, options: CheckOptions, check: TreeChecker | undefined): TreeCheck {
  const { program, source, ast } = tree;
  const result = check?.(tree, options);
  const open = (name: string): SourceText | undefined => {
    const other = program.getSourceFile(name);
    return other === undefined ? undefined : new SourceText(other.fileName, other.text);
  };
  const found = (result?.diagnostics ?? []).map((diagnostic) => findingOf(diagnostic, source, open));
  if (!mentionsSuppression(source.text)) return { findings: found, suppressed: [], result };
  const { kept, suppressed } = applySuppressions(source, ast.comments ?? [], found, options);
  return { findings: kept, suppressed, result };
}

/** The core's result for all of a tree. */
export function checkWhole({ ts, program, ast, node }: ProgramTree, options: CheckOptions): CheckResult {
  return checkFile(ast, new TypescriptOracle(ts, program, node), options);
}
