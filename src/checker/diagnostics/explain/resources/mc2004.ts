import type { Explanation } from "../explanation.js";

/** `movecheck explain MC2004`. */
export const mc2004: Explanation = {
  code: "MC2004",
  title: "a resource is released twice",
  text: `
A resource of this kind may be released once: the second time throws, or releases what somebody else has got since. It is told
where some way leads through two releases, but not where the second one is careful (\`dir?.close()\`) or a flag remembers the
first. Kinds that take a second release without harm are never told.

Where the first release is one that may have failed (\`await tx.commit()\` in a \`try\`, \`await tx.rollback()\` in its \`catch\`) this is
a warning: the rollback then fails, too, and hides why the commit did.
`,
  examples: [
    {
      failing: `
import { opendir } from "node:fs/promises";

export async function isEmpty(path: string): Promise<boolean> {
  const dir = await opendir(path);
  try {
    const first = await dir.read();
    if (first === null) await dir.close();
    return first === null;
  } finally {
    await dir.close();
  }
}
`,
      fixed: `
import { opendir } from "node:fs/promises";

export async function isEmpty(path: string): Promise<boolean> {
  const dir = await opendir(path);
  try {
    return (await dir.read()) === null;
  } finally {
    await dir.close();
  }
}
`,
    },
  ],
};
