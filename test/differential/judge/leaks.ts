/** A variable of which some path loses a value. */
export interface LeakOf {
  readonly code: "MC1001" | "MC1004";
  /** The variable's name, or {@link temporary}. */
  readonly variable: string;
}

/** Stands for a value that never had a name. */
export const temporary = "a temporary";

/** Sorted, each once; what leaks anyway is not said again to leak when a call throws. */
export function leakSet(leaks: readonly LeakOf[]): readonly LeakOf[] {
  const anyway = new Set(leaks.filter(({ code }) => code === "MC1001").map(({ variable }) => variable));
  const kept = leaks.filter(
    ({ code, variable }) => code === "MC1001" || variable === temporary || !anyway.has(variable),
  );
  const once = new Map(kept.map((leak) => [formatLeaks([leak]), leak]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, leak]) => leak);
}

/** `MC1001 x0, MC1004 a temporary`, or `-`. */
export function formatLeaks(leaks: readonly LeakOf[]): string {
  return leaks.length === 0 ? "-" : leaks.map(({ code, variable }) => `${code} ${variable}`).join(", ");
}

interface Judged {
  readonly moves: readonly unknown[];
  readonly leaks: readonly LeakOf[];
}

/**
 * Whether path enumeration and the checker find leaks of the same variables.
 *
 * What else is lost when a call throws is not asked of a function that misuses something: what a value is after an
 * illegal move, nobody can say.
 */
export function sameLeaks(paths: Judged, checker: Judged): boolean {
  const compared = ({ leaks }: Judged): string =>
    formatLeaks(paths.moves.length === 0 ? leaks : leaks.filter(({ code }) => code === "MC1001"));
  return compared(paths) === compared(checker);
}

/** Counts comparisons of leaks over many functions. */
export class LeakTally {
  functions = 0;
  /** Functions that leak to both. */
  leaking = 0;
  /** Functions without misuse of which both say that something leaks only if a call throws. */
  byThrow = 0;
  different = 0;

  /** Adds one function; true when the judges differ. */
  add(paths: Judged, checker: Judged): boolean {
    this.functions++;
    if (!sameLeaks(paths, checker)) {
      this.different++;
      return true;
    }
    if (paths.leaks.some(({ code }) => code === "MC1001")) this.leaking++;
    if (paths.moves.length === 0 && paths.leaks.some(({ code }) => code === "MC1004")) this.byThrow++;
    return false;
  }
}
