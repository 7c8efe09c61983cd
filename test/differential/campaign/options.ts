import { parseArgs } from "node:util";

/** What a campaign is to do. */
export interface CampaignOptions {
  readonly functions: number;
  readonly seed: number;
  readonly batch: number;
  /** Also this many functions with `try`, `throw` and `using`, which only path enumeration can judge. */
  readonly exceptions: number;
  /** Shrink so many disagreements of each kind, and write them into the corpus. */
  readonly shrink: number;
  /** Write the row of this campaign into docs/differential.md. */
  readonly write: boolean;
}

/** Reads the command line; a sentence about the first option that is wrong. */
export function readOptions(args: readonly string[]): CampaignOptions | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        functions: { type: "string", default: "10000" },
        seed: { type: "string", default: "1" },
        batch: { type: "string", default: "400" },
        exceptions: { type: "string" },
        shrink: { type: "string", default: "3" },
        write: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const numbers = {
    functions: Number(values.functions),
    seed: Number(values.seed),
    batch: Number(values.batch),
    exceptions: Number(values.exceptions ?? values.functions),
    shrink: Number(values.shrink),
  };
  for (const [name, value] of Object.entries(numbers)) {
    const least = name === "batch" || name === "functions" ? 1 : 0;
    if (!Number.isSafeInteger(value) || value < least) return `--${name} takes an integer of at least ${least}`;
  }
  return { ...numbers, write: values.write };
}
