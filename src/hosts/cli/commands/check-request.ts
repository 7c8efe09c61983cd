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
}
