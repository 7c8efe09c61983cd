import type { Explanation } from "../explanation.js";

/** `movecheck explain MC2002`. */
export const mc2002: Explanation = {
  code: "MC2002",
  title: "a resource is not released on this way out",
  text: `
On some ways the function releases the resource or hands it on, and on the one that is told it does not: an early \`return\`, a
\`throw\` statement, a branch, a loop that acquires again, a \`catch\` that goes on after one of the resource's own methods has
thrown.

That a call in between might throw, and the exception leave the function, is not told, except of locks: there it means that
nobody gets the lock again. Conditions count: \`const x = given ?? make()\` and a later \`if (!given) x.close()\` belong together.
`,
  examples: [
    {
      failing: `
import { open } from "node:fs/promises";

export async function firstByte(path: string): Promise<number | undefined> {
  const handle = await open(path);
  const { size } = await handle.stat();
  if (size === 0) return undefined;
  const { buffer } = await handle.read({ length: 1 });
  await handle.close();
  return buffer[0];
}
`,
      fixed: `
import { open } from "node:fs/promises";

export async function firstByte(path: string): Promise<number | undefined> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    if (size === 0) return undefined;
    const { buffer } = await handle.read({ length: 1 });
    return buffer[0];
  } finally {
    await handle.close();
  }
}
`,
    },
  ],
};
