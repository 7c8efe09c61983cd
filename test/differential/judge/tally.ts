import { compare } from "../compare.js";
import type { Reported } from "../rustc/verdicts.js";

/** Counts the comparisons of two judges over many functions. */
export class Tally {
  functions = 0;
  bothReject = 0;
  onlyFirst = 0;
  onlySecond = 0;
  sameLine = 0;
  sameCodes = 0;

  /** Adds one function; true when one judge rejects it and the other does not. */
  add(first: readonly Reported[], second: readonly Reported[]): boolean {
    this.functions++;
    const comparison = compare(first, second);
    switch (comparison.kind) {
      case "both accept":
        return false;
      case "only the first rejects":
        this.onlyFirst++;
        return true;
      case "only the second rejects":
        this.onlySecond++;
        return true;
      case "both reject":
        this.bothReject++;
        if (comparison.sameLine) this.sameLine++;
        if (comparison.sameCodes) this.sameCodes++;
        return false;
    }
  }

  /** Of the functions that both reject, how many have the same first line; in percent, rounded down. */
  get sameLinePercent(): string {
    return percent(this.sameLine, this.bothReject);
  }

  /** Of the functions that both reject, how many have the same set of codes. */
  get sameCodesPercent(): string {
    return percent(this.sameCodes, this.bothReject);
  }
}

function percent(part: number, all: number): string {
  return all === 0 ? "-" : `${(Math.floor((part / all) * 10_000) / 100).toFixed(2)} %`;
}
