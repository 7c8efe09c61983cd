import type { Explanation } from "../explanation.js";

/** `movecheck explain MC2005`. */
export const mc2005: Explanation = {
  code: "MC2005",
  title: "a result that must be released is dropped",
  text: `
The call gives something that has to be released, and nothing else can release it; the statement drops it. Keep it in a variable
and release that, or call what needs no release.
`,
  examples: [
    {
      failing: `
import { open } from "node:fs/promises";

export async function create(path: string): Promise<void> {
  await open(path, "w");
}
`,
      fixed: `
import { open } from "node:fs/promises";

export async function create(path: string): Promise<void> {
  await (await open(path, "w")).close();
}
`,
    },
  ],
};
