import type { TSESTree } from "@typescript-eslint/types";
import type { CheckOptions } from "../../checker/check-options.js";
import type { CheckResult } from "../../checker/check-result.js";
import type { TypeOracle } from "../../checker/oracle/type-oracle.js";
import type { HostFile } from "../analyser.js";
import { TypescriptOracle } from "../oracle/typescript-oracle.js";
import { parseFile } from "../parse-file.js";
import { FileMemory } from "./file-memory.js";
import { parsePart } from "./parse-part.js";
import { topLevelBindings } from "../../checker/query/top-level-bindings.js";

/** Checks a tree: the core's `checkFile`, or something like it. */
export type Check = (ast: TSESTree.Program, oracle: TypeOracle, options: CheckOptions) => CheckResult;

/** The result of a file, and how many of its functions were analysed for it. */
export interface IncrementalResult {
  readonly result: CheckResult;
  readonly analysedUnits: number;
}

/** Checks the versions of files one after the other: only what has changed in each. */
export class IncrementalCheck {
  readonly #check: Check;
  readonly #files = new Map<string, FileMemory>();

  constructor(check: Check) {
    this.#check = check;
  }

  /**
   * The result of a file as it is in a program.
   *
   * @param file without syntax errors
   * @returns nothing when the converter refuses the file
   */
  run({ ts, program, sourceFile, options = {} }: HostFile): IncrementalResult | undefined {
    const memory = this.#files.get(sourceFile.fileName) ?? new FileMemory();
    this.#files.set(sourceFile.fileName, memory);
    const plan = memory.plan(ts, program, sourceFile);
    const { units } = plan.split;
    const skipped = new Set(units.filter((_, at) => plan.kept[at] !== undefined).map(({ statement }) => statement));
    const parsed =
      skipped.size === 0
        ? parseFile(program, sourceFile, false)
        : parsePart(sourceFile, sourceFile.statements.filter((statement) => !skipped.has(statement)));
    if ("message" in parsed) {
      memory.clear();
      return undefined;
    }
    const oracle = new TypescriptOracle(ts, program, parsed.node);
    const found = this.#check(parsed.ast, oracle, options);
    // A linear variable of the module ties its functions to one another: then a change in one concerns all.
    if (topLevelBindings(parsed.ast).some((binding) => oracle.declared(binding).ownership !== "none")) memory.clear();
    else memory.note(plan, sourceFile.text, found);
    const kept = plan.kept.flatMap((each) => each ?? []);
    const diagnostics = [...found.diagnostics, ...kept.flatMap((each) => each.diagnostics)].sort((a, b) => a.span.start - b.span.start);
    const unsupported = [...found.unsupported, ...kept.flatMap((each) => each.unsupported)].sort((a, b) => a.span.start - b.span.start);
    return { result: { diagnostics, unsupported, functions: found.functions }, analysedUnits: units.length - skipped.size };
  }
}
