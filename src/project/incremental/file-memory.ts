import type TypeScriptModule from "typescript";
import type { CheckResult } from "../../checker/check-result.js";
import type { TypeScript } from "../source/host-file.js";
import { unitInterface } from "./body-interface.js";
import { type Unit, splitFile } from "./split-file.js";
import { FactsCache } from "./unit-facts.js";
import { placedAt, type UnitResult, unitResult } from "./unit-result.js";

interface KnownUnit {
  readonly text: string;
  readonly interface: string;
  /** Nothing when it can't be kept by itself. */
  readonly result: UnitResult | undefined;
  readonly facts: FactsCache;
}

/** One unit of a version of a file, and what to do about it. */
export interface PlannedUnit extends Unit {
  readonly text: string;
  readonly interface: string;
  /** What is known from before and still true, where the unit is now; `undefined` for a unit to be analysed. */
  readonly kept: UnitResult | undefined;
  readonly facts: FactsCache;
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
   * @returns the units of this version, in order
   */
  plan(ts: TypeScript, program: TypeScriptModule.Program, file: TypeScriptModule.SourceFile): readonly PlannedUnit[] {
    const { units, skeleton } = splitFile(ts, file);
    const others = program.getSourceFiles().filter((other) => other !== file);
    const known = this.#skeleton === skeleton && sameItems(this.#others, others) ? this.#units : [];
    this.#others = others;
    this.#skeleton = skeleton;
    const compared = units.map((unit, at) => {
      const before = known[at];
      const text = file.text.slice(unit.start, unit.end);
      const same = before?.text === text ? before : undefined;
      return { unit, text, before, same, interface: same?.interface ?? unitInterface(ts, program, unit) };
    });
    // What one body gives away, types in any other may be made of.
    const stable = compared.every((each) => each.before?.interface === each.interface);
    return compared.map(({ unit, text, same, interface: own }) => ({
      ...unit,
      text,
      interface: own,
      kept: stable && same?.result !== undefined ? placedAt(same.result, unit.start) : undefined,
      facts: (stable ? same?.facts : undefined) ?? new FactsCache(),
    }));
  }

  /**
   * Takes note of what was found.
   *
   * @param units of this version, as planned
   * @param result of all that the plan did not keep
   */
  note(units: readonly PlannedUnit[], result: CheckResult): void {
    this.#units = units.map((unit) => ({
      text: unit.text,
      interface: unit.interface,
      result: unit.kept === undefined ? unitResult(result, unit) : placedAt(unit.kept, -unit.start),
      facts: unit.facts,
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
