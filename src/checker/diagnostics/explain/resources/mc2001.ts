import type { Explanation } from "../explanation.js";

/** `movecheck explain MC2001`. */
export const mc2001: Explanation = {
  code: "MC2001",
  title: "a resource is never released",
  text: `
What the call gives has to be released (closed, ended, given back to its pool), and nothing in the function does that or hands
it to somebody who might: it is not returned, not stored, not given to a function that could release it. What happens then
depends on the resource: the pool runs out of connections, a lock is held for ever, a file handle that is garbage-collected
throws.

Names do not matter, the object does: \`const b = a\` gives it a second name, and releasing it by either is enough. Release it in
a \`finally\`, or declare it with \`using\` or \`await using\` where its type allows that. rustc has no such error, because Rust
drops for you.
`,
  examples: [
    {
      failing: `
import { open } from "node:fs/promises";

export async function size(path: string): Promise<number> {
  const handle = await open(path);
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
