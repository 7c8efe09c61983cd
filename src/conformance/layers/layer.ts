import type { Catalogue, Case } from "../catalogue.js";
import type { Verdict } from "../verdict.js";

/** Whether a layer's tool is here, and which. */
type Availability =
  | { readonly here: true; readonly version: string }
  /** `why` is half a sentence: "rustc is not installed". */
  | { readonly here: false; readonly why: string };

/** The names of the layers, as columns, in JSON and in `recorded.json`. */
export type LayerId = "rustc" | "tsc 5.9" | "tsc 6.0" | "tsc 7.0" | "runtime" | "checker";

/**
 * One tool that says something of each case. The matrix knows layers only by this interface: to add one, implement it
 * and list it in `layers/all.ts`.
 *
 * `Found` is what the layer says of one case. (Methods, not function properties: a list of layers of different `Found`
 * is a `Layer<unknown>[]`.)
 */
export interface Layer<Found> {
  readonly id: LayerId;
  find(): Promise<Availability>;
  /**
   * Runs the tool over the cases.
   *
   * @param done called with the number of cases each time some are finished
   * @throws MatrixError when the tool itself fails
   */
  run(catalogue: Catalogue, cases: readonly Case[], done: (count: number) => void): Promise<ReadonlyMap<string, Found>>;
  /** What the verdict says this layer says. */
  recorded(verdict: Verdict): Found;
  /** The verdict with this layer's part replaced. */
  record(verdict: Verdict, found: Found): Verdict;
  /** All that is compared, in one line: two are the same when this text is. */
  describe(found: Found): string;
  /** The same in a word or two, for the table; empty where the layer has nothing against the case. */
  cell(found: Found): string;
  /** Whether the layer stops or reports the case: right for a misuse, a false alarm for a valid use. */
  stops(found: Found): boolean;
}
