import type { Reported } from "./rustc/verdicts.js";

/** Two judges of the same function, compared. */
export type Comparison =
  | { readonly kind: "both accept" }
  /** `families`: they also name the same codes. */
  | { readonly kind: "both reject"; readonly sameLine: boolean; readonly sameCodes: boolean }
  | { readonly kind: "only the first rejects" }
  | { readonly kind: "only the second rejects" };

function codes(reported: readonly Reported[]): string {
  return [...new Set(reported.map(({ code }) => code.replace("MC", "E")))].sort().join();
}

/** E0525 is an error of types and hides every other error of the function; so it is the one to compare. */
function visible(reported: readonly Reported[]): readonly Reported[] {
  const types = reported.filter(({ code }) => code.endsWith("0525"));
  return types.length > 0 ? types : reported;
}

/** Compares what two judges reported of one function; both lists are sorted by line. */
export function compare(first: readonly Reported[], second: readonly Reported[]): Comparison {
  const [a, b] = [visible(first), visible(second)];
  if (a.length === 0 && b.length === 0) return { kind: "both accept" };
  if (b.length === 0) return { kind: "only the first rejects" };
  if (a.length === 0) return { kind: "only the second rejects" };
  // rustc points at the closure, not at the call that asks too much of it.
  const sameLine =
    a[0]?.code.endsWith("0525") === true && b[0]?.code.endsWith("0525") === true ? true : a[0]?.line === b[0]?.line;
  return { kind: "both reject", sameLine, sameCodes: codes(a) === codes(b) };
}
