import type TypeScriptModule from "typescript";
import type { CheckResult } from "../../checker/check-result.js";
import type { TypeScript } from "../source/host-file.js";
import { unitInterface } from "./body-interface.js";
import { type SplitFile, splitFile } from "./split-file.js";
import type { FactsCache } from "./unit-facts.js";
import { placedAt, type UnitResult, unitResult } from "./unit-result.js";

interface KnownUnit {
  readonly text: string;
  readonly interface: string;
  /** Nothing when it can't be kept by itself. */
  readonly result: UnitResult | undefined;
  readonly cache: FactsCache;
}

/** One version of a file, and what to do about it. */
export interface Plan {
  readonly split: SplitFile;
  /** Of each unit, what is known from before and still true; nothing for a unit to be analysed. */
  readonly kept: readonly (UnitResult | undefined)[];
  readonly interfaces: readonly string[];
  readonly caches: readonly FactsCache[];
}

/**
 * Remembers what was found in the functions of one file, for the next version of it.
 *
 * A function's result stays true as long as its own text and every type in it do. The types may change with any other
 * file, with the text around the functions, and with what another function's body gives away ({@link unitInterface}).
 */
export class FileMemory {
  #others: readonly TypeScriptModule.SourceFile[] = [];
  #skeleton: string | undefined;
  #units: readonly KnownUnit[] = [];

  /**
   * Compares a version with the one before.
   *
   * @param ts the module that made the program
   * @param file with parent links
   */
  plan(ts: TypeScript, program: TypeScriptModule.Program, file: TypeScriptModule.SourceFile): Plan {
    const split = splitFile(ts, file);
    const others = program.getSourceFiles().filter((other) => other !== file);
    const known = this.#skeleton === split.skeleton && sameItems(this.#others, others) ? this.#units : [];
    this.#others = others;
    this.#skeleton = split.skeleton;
    const texts = split.units.map(({ start, end }) => file.text.slice(start, end));
    const interfaces = split.units.map((unit, at) => {
      const before = known[at];
      return before !== undefined && before.text === texts[at] ? before.interface : unitInterface(ts, program, unit);
    });
    const stable = known.length === split.units.length && interfaces.every((each, at) => known[at]?.interface === each);
    const same = split.units.map((_, at) => (stable && known[at]?.text === texts[at] ? known[at] : undefined));
    return {
      split,
      interfaces,
      kept: split.units.map((unit, at) => {
        const result = same[at]?.result;
        return result === undefined ? undefined : placedAt(result, unit.start);
      }),
      caches: same.map((unit) => unit?.cache ?? {}),
    };
  }

  /**
   * Takes note of what was found.
   *
   * @param plan of this version
   * @param result of all that the plan did not keep
   */
  note({ split, kept, interfaces, caches }: Plan, text: string, result: CheckResult): void {
    this.#units = split.units.map((unit, at) => ({
      text: text.slice(unit.start, unit.end),
      interface: interfaces[at] ?? "",
      result: kept[at] === undefined ? unitResult(result, unit) : placedAt(kept[at], -unit.start),
      cache: caches[at] ?? {},
    }));
  }

  /** Forgets everything: the file is in a state in which nothing can be kept. */
  clear(): void {
    this.#skeleton = undefined;
    this.#units = [];
  }
}

function sameItems<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}
