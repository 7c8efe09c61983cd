import type { Report } from "../../../project/findings/report.js";

/** What a format may depend on besides the report. */
interface FormatOptions {
  /** File names are printed relative to it. */
  readonly cwd: string;
  readonly color: boolean;
  /** movecheck's own version. */
  readonly version: string;
}

/** The formats of `movecheck check --format`. */
export const formatNames = ["pretty", "json", "sarif", "github"] as const;

/** The name of an output format. */
export type FormatName = (typeof formatNames)[number];

/** Turns a report into text that ends in a line break, or is empty. */
export type Format = (report: Report, options: FormatOptions) => string;
