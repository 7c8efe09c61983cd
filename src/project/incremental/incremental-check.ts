import type { TSESTree } from "@typescript-eslint/types";
import type { CheckOptions } from "../../checker/check-options.js";
import type { CheckResult } from "../../checker/check-result.js";
import type { FunctionAnalysis } from "../../checker/analysis/function-analysis.js";
import type { TypeOracle } from "../../checker/oracle/type-oracle.js";
import { analyseFunctions, checkFunctions } from "../../checker/pipeline.js";
import type { FileFacts } from "../../checker/query/file-facts.js";
import { topLevelBindings } from "../../checker/query/top-level-bindings.js";
import { bySpan } from "../../checker/syntax/span.js";
import type { HostFile } from "../source/host-file.js";
import { TypescriptOracle } from "../oracle/typescript-oracle.js";
import { parseFile } from "../source/parse-file.js";
import { FileMemory } from "./file-memory.js";
import { parsePart } from "../source/parse-part.js";
import { versionFacts } from "./version-facts.js";

/** What was found in a tree, and the functions that it was found in. */
export interface CheckedTree {
  readonly result: CheckResult;
  readonly analyses: readonly FunctionAnalysis[];
}

/** Checks a tree: the core, or something like it. */
export type Check = (ast: TSESTree.Program, oracle: TypeOracle, options: CheckOptions) => CheckedTree;

/** Checks a tree with the core, and keeps the analyses of its functions: what editors ask is answered by them. */
export const checkTree: Check = (ast, oracle, options) => {
  const analyses = [...analyseFunctions(ast, oracle, options)];
  return { result: checkFunctions(analyses), analyses };
};

/** The result of a file, and how many of its functions were analysed for it. */
export interface IncrementalResult {
  readonly result: CheckResult;
  readonly facts: FileFacts;
  readonly analysedUnits: number;
}

/** Checks the versions of files one after the other: only what has changed in each. */
export class IncrementalCheck {
  readonly #check: Check;
  readonly #files = new Map<string, FileMemory>();

  /** @param check in tests something else than the core */
  constructor(check = checkTree) {
    this.#check = check;
  }

  /**
   * The result of a file as it is in a program.
   *
   * @param file without syntax errors
   * @returns nothing when the converter refuses the file
   */
  run(file: HostFile): IncrementalResult | undefined {
    const { ts, program, sourceFile, options = {} } = file;
    const memory = this.#files.get(sourceFile.fileName) ?? new FileMemory();
    this.#files.set(sourceFile.fileName, memory);
    const units = memory.plan(ts, program, sourceFile);
    const skipped = new Set(units.filter(({ kept }) => kept !== undefined).map(({ statement }) => statement));
    const parsed =
      skipped.size === 0
        ? parseFile(program, sourceFile, false)
        : parsePart(
            sourceFile,
            sourceFile.statements.filter((statement) => !skipped.has(statement)),
          );
    if ("message" in parsed) {
      memory.clear();
      return undefined;
    }
    const oracle = new TypescriptOracle(ts, program, parsed.node);
    const { result: found, analyses } = this.#check(parsed.ast, oracle, options);
    // A linear variable of the module ties its functions to one another: then a change in one concerns all.
    const separate = topLevelBindings(parsed.ast).every((binding) => oracle.declared(binding).ownership === "none");
    if (separate) memory.note(units, found);
    else memory.clear();
    const kept = units.flatMap((unit) => unit.kept ?? []);
    return {
      result: {
        diagnostics: [...found.diagnostics, ...kept.flatMap((each) => each.diagnostics)].sort(bySpan),
        unsupported: [...found.unsupported, ...kept.flatMap((each) => each.unsupported)].sort(bySpan),
        functions: found.functions,
      },
      facts: versionFacts(file, separate ? units : [], { ast: parsed.ast, analyses }),
      analysedUnits: units.length - skipped.size,
    };
  }
}
