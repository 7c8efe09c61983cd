import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { Unsupported } from "./ir/unsupported.js";

/** What the checker found in one file. */
export interface CheckResult {
  /** In order of position. */
  readonly diagnostics: readonly Diagnostic[];
  readonly unsupported: readonly Unsupported[];
  /** Functions lowered and analysed, the module body included. */
  readonly functions: number;
}
