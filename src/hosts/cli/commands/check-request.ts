import type { FormatName } from "../format/format.js";

/** The command line of `movecheck check`, read. */
export interface CheckRequest {
  readonly files: readonly string[];
  readonly project?: string;
  readonly format: FormatName;
  readonly maxWarnings?: number;
  readonly tscVisible: boolean;
  readonly force: boolean;
  readonly fix: boolean;
  readonly watch: boolean;
  /** Write down what is found now, instead of reporting it. */
  readonly writeBaseline: boolean;
  /** Leave a baseline that is there out of account. */
  readonly noBaseline: boolean;
}
