import type { CodeAt } from "../verdict.js";

/** A list of errors as one line: `E0382 at 9`, `TS2345 at 9:15`. */
export function describeCodes(errors: readonly CodeAt[]): string {
  if (errors.length === 0) return "accepts";
  return errors.map((at) => `${at.code} at ${at.line}${"column" in at ? `:${String(at.column)}` : ""}`).join(", ");
}

/** The different codes, in order of position. */
export function cellOfCodes(errors: readonly CodeAt[]): string {
  return [...new Set(errors.map(({ code }) => code))].join(" ");
}
