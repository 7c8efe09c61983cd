import type { CheckOptions } from "../../check-options.js";
import type { Code } from "../code.js";

/** A pair of programs that show a diagnostic. Both are compiled and checked by a test. */
export interface Example {
  /** Reports exactly the diagnostic it is about, and tsc accepts it unless `tsc` says otherwise. */
  readonly failing: string;
  /** Reports nothing, and tsc accepts it. */
  readonly fixed: string;
  /** The TypeScript error codes that plain tsc reports for the failing program; none when left out. */
  readonly tsc?: readonly number[];
  /** What has to be asked for to see it. */
  readonly options?: CheckOptions;
}

/** What `movecheck explain` says about a code. */
export interface Explanation {
  readonly code: Code;
  /** rustc's code for the same mistake, where it has one. */
  readonly rustc?: string;
  /** One line. */
  readonly title: string;
  /** What it means, why it is wrong and what to do, in paragraphs. */
  readonly text: string;
  readonly examples: readonly Example[];
}
