import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "../marked.js";

function expected(text: string, declarations = ""): string {
  const { oracle, expression } = marked(`${declarations}\nexport function f(c: Conn): unknown { ${text} }`);
  return oracle.expected(expression("e"));
}

test("slots: what a declared type does with an owned value", () => {
  const cases: Record<string, string> = {
    "const x = /*e*/c;": "move",
    "const x: Conn = /*e*/c;": "move",
    "const x: Conn | null = /*e*/c;": "move",
    "const x: Ref<Conn> = /*e*/c;": "borrow",
    "const x: unknown = /*e*/c;": "borrow",
    "const x: any = /*e*/c;": "erase",
    "const x: { id: number } = /*e*/c;": "borrow",
    "const x = { inner: /*e*/c };": "move",
    "const x: { inner: Ref<Conn> } = { inner: /*e*/c };": "borrow",
    "const x: Pair = { a: /*e*/c, n: 1, b: make() };": "move",
    "const x = [/*e*/c];": "move",
    "const x: Ref<Conn>[] = [/*e*/c];": "borrow",
    "const x: any[] = [/*e*/c];": "erase",
    "let x: Conn; x = /*e*/c;": "move",
    "let x: any; x = /*e*/c;": "erase",
    "const g = () => /*e*/c;": "move",
    "const g = (): Ref<Conn> => /*e*/c;": "borrow",
    "const g = (): Conn => { return /*e*/c; };": "move",
    "const g = async (): Promise<Conn> => { return /*e*/c; };": "move",
    "const g = function* (): Generator<Conn> { yield /*e*/c; };": "move",
    "Promise.resolve(1).then(() => /*e*/c);": "move",
  };
  for (const [text, want] of Object.entries(cases)) assert.equal(expected(text), want, text);
});
