import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";

/** The help of each finding in a function's text. */
function help(text: string): (string | undefined)[] {
  const program = virtualProgram({
    "a.ts": `import type { Linear } from "../../src/index.js";\ninterface Conn extends Linear, Disposable { query(): string }\ndeclare function make(): Conn;\ndeclare function eat(conn: Conn): void;\n${text}\n`,
  });
  return checkSourceFile(program, virtualFile(program, "a.ts")).findings.map((finding) => finding.help);
}

test("a variable: declare it with `using`", () => {
  assert.deepEqual(help("export function f() { const conn = make(); }"), [
    "consume `conn` on every path, or declare it with `using`",
  ]);
});

test("a parameter that is only looked at: take a `Ref`", () => {
  assert.deepEqual(help("export function f(conn: Conn, flag: boolean) { if (flag) return conn.query(); return ''; }"), [
    "consider taking a `Ref<T>`: the function only looks at the value, and its caller would keep it",
  ]);
});

test("a parameter that is consumed on some path: it owns it", () => {
  const owned = "consume `conn` on every path, or put it into a variable declared with `using` first";
  assert.deepEqual(help("export function f(conn: Conn, flag: boolean) { if (flag) eat(conn); }"), [owned]);
  assert.deepEqual(help("export function f(conn: Conn) { conn.query(); eat(conn); }"), [owned]);
});

test("a value without a name: give it one", () => {
  assert.deepEqual(help("export function f() { make(); }"), ["give it a name with `using`, or consume it"]);
});
