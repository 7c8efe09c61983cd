import type { TSESTree } from "@typescript-eslint/types";
import type { CheckOptions } from "../../checker/check-options.js";
import type { CheckResult } from "../../checker/check-result.js";
import type { TypeOracle } from "../../checker/oracle/type-oracle.js";
import type { FileFacts } from "../../checker/query/file-facts.js";
import { topLevelBindings } from "../../checker/query/top-level-bindings.js";
import type { HostFile } from "../source/host-file.js";
import { TypescriptOracle } from "../oracle/typescript-oracle.js";
import { parseFile } from "../source/parse-file.js";
import { FileMemory } from "./file-memory.js";
import { parsePart } from "./parse-part.js";
import { versionFacts } from "./version-facts.js";

/** Checks a tree: the core's `checkFile`, or something like it. */
export type Check = (ast: TSESTree.Program, oracle: TypeOracle, options: CheckOptions) => CheckResult;

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

  constructor(check: Check) {
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
    const plan = memory.plan(ts, program, sourceFile);
    const { units } = plan.split;
    const skipped = new Set(units.filter((_, at) => plan.kept[at] !== undefined).map(({ statement }) => statement));
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
    const found = this.#check(parsed.ast, oracle, options);
    // A linear variable of the module ties its functions to one another: then a change in one concerns all.
    const separate = topLevelBindings(parsed.ast).every((binding) => oracle.declared(binding).ownership === "none");
    if (separate) memory.note(plan, sourceFile.text, found);
    else memory.clear();
    const kept = plan.kept.flatMap((each) => each ?? []);
    return {
      result: {
        diagnostics: byPosition([...found.diagnostics, ...kept.flatMap((each) => each.diagnostics)]),
        unsupported: byPosition([...found.unsupported, ...kept.flatMap((each) => each.unsupported)]),
        functions: found.functions,
      },
      facts: versionFacts(file, separate ? units.map((unit, at) => ({ ...unit, cache: plan.caches[at] ?? {} })) : []),
      analysedUnits: units.length - skipped.size,
    };
  }
}

/** Sorted as the core sorts: by start, then by end; what is equal stays in order. */
function byPosition<T extends { readonly span: { readonly start: number; readonly end: number } }>(items: T[]): T[] {
  return items.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
