import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";

const HEAD = `import type { Linear } from "../../src/index.js";
interface Token extends Linear { readonly id: number }
declare function eat(token: Token): void;
declare function eatBoth(pair: { a: Token; b: Token }): void;
`;

/** The last note of the only finding: why there was a move at all. */
function why(text: string): string | undefined {
  const program = virtualProgram({ "a.ts": HEAD + text });
  const { findings } = checkSourceFile(program, virtualFile(program, "a.ts"));
  const moves = findings.filter(({ code }) => code === "MC0382");
  assert.equal(moves.length, 1);
  return moves[0]?.related.at(-1)?.message;
}

test("the note names what was moved, not the part or the whole that is used", () => {
  assert.equal(
    why("export function f(token: Token) { eat(token); return token.id; }"),
    "move occurs because `token` has type `Token`, which is linear",
  );
  assert.equal(
    why("export function f(pair: { a: Token; b: Token }) { eat(pair.a); eatBoth(pair); }"),
    "move occurs because `pair.a` has type `Token`, which is linear",
  );
});
