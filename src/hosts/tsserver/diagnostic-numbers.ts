import { codes } from "../../checker/diagnostics/codes.js";
import type { FindingCode } from "../../project/findings/finding.js";

/** Far above the numbers that TypeScript gives to its own messages (below 100,000). */
const FIRST = 100_000;

/** Complaints about suppression comments: beyond the checker's own numbers. */
const SUPPRESSIONS: ReadonlyMap<FindingCode, number> = new Map([
  ["unused-suppression", FIRST + 9001],
  ["bad-suppression", FIRST + 9002],
]);

/**
 * A code as the number that tsserver's protocol wants: `MC0382` is 100382.
 *
 * @param code the checker's code
 */
export function numberOf(code: FindingCode): number {
  return SUPPRESSIONS.get(code) ?? FIRST + Number(code.slice("MC".length));
}

/** The numbers of all codes, as `getSupportedCodeFixes` lists them. */
export const ALL_NUMBERS: readonly string[] = codes.map((code) => String(numberOf(code)));
