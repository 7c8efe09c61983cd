import type { Explanation } from "../explanation.js";

/** `movecheck explain MC2003`. */
export const mc2003: Explanation = {
  code: "MC2003",
  title: "a resource is used after it was released or transferred",
  text: `
On every way to this point the resource is released, or gone to another owner, and here something is done with it that wants it
whole. Depending on the resource that throws, is ignored, or works on something that belongs to somebody else by now. What is
transferred (\`postMessage(data, [buffer])\`) is empty afterwards.

Only what is certain is told: a release in a callback, on one branch, or of what a field holds counts for nothing here. Reading
plain data of a released object is fine.
`,
  examples: [
    {
      failing: `
import { open } from "node:fs/promises";

export async function size(path: string): Promise<number> {
  const handle = await open(path);
  await handle.close();
  return (await handle.stat()).size;
}
`,
      fixed: `
import { open } from "node:fs/promises";

export async function size(path: string): Promise<number> {
  const handle = await open(path);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
`,
    },
  ],
};
