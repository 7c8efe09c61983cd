import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FileFacts } from "../../../src/checker/query/file-facts.js";
import { moveText, parametersText, stateText } from "../../../src/checker/query/messages.js";
import { createAnalyser } from "../../../src/project/create-analyser.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";

const HEAD = `import type { Linear, Ref } from "../../src/index.js";
interface Token extends Linear { readonly n: number; end(this: Token): void; peek(): number }
declare function make(): Token; declare function eat(token: Token): void; declare function look(token: Ref<Token>): number;
declare const flag: boolean;
`;

/** The facts of a text, and the offsets of the marks `«` in it (which are taken out). */
function factsOf(marked: string): { facts: FileFacts; text: string; marks: number[] } {
  const marks: number[] = [];
  let text = HEAD;
  for (const character of marked) {
    if (character === "«") marks.push(text.length);
    else text += character;
  }
  const program = virtualProgram({ "a.ts": text });
  const { facts } = createAnalyser()({ ts, program, sourceFile: virtualFile(program, "a.ts") });
  return { facts, text, marks };
}

/** The states at the marks; lines count from the first of the marked text. */
function states(marked: string): (string | undefined)[] {
  const { facts, text, marks } = factsOf(marked);
  const lineOf = (offset: number): number => text.slice(HEAD.length, offset).split("\n").length;
  return marks.map((mark) => {
    const state = facts.stateAt(mark);
    return state && stateText(state, lineOf);
  });
}

describe("the state of a variable where it is written", () => {
  it("is live before a move and moved after it, by whom and where", () => {
    assert.deepEqual(states("function f() {\n  const t = make();\n  «t.peek();\n  eat(«t);\n  look(«t);\n}"), [
      "`t`: live",
      "`t`: live",
      "`t`: moved by eat() at line 4",
    ]);
  });

  it("is moved on some paths after a branch", () => {
    assert.deepEqual(states("function f(t: Token) {\n  if (flag) eat(t);\n  else if (t.n) t.end();\n  look(«t);\n}"), [
      "`t`: moved on some paths: lines 2, 3",
    ]);
  });

  it("is moved by each of several branches", () => {
    assert.deepEqual(states("function f(t: Token) {\n  if (flag) eat(t);\n  else t.end();\n  look(«t);\n}"), [
      "`t`: moved by eat() at line 2, by end() at line 3",
    ]);
  });

  it("is moved on some paths at the start of a loop that moves", () => {
    assert.deepEqual(states("function f(t: Token) {\n  while (flag) {\n    look(«t);\n    eat(t);\n  }\n}"), [
      "`t`: moved on some paths: line 4",
    ]);
  });

  it("is live again after a new value", () => {
    assert.deepEqual(states("function f() {\n  let t = make();\n  eat(t);\n  t = make();\n  look(«t);\n}"), [
      "`t`: live",
    ]);
  });

  it("knows what a throwing call leaves to the handler", () => {
    assert.deepEqual(states("function f(t: Token) {\n  try { eat(t); } catch { look(«t); }\n}"), [
      "`t`: moved by eat() at line 2",
    ]);
    assert.deepEqual(states("function f(t: Token) {\n  try { make(); eat(t); } catch { look(«t); }\n}"), [
      "`t`: moved on some paths: line 2",
    ]);
  });

  it("tells a finalizer's state over all ways into it", () => {
    assert.deepEqual(states("function f(t: Token) {\n  try { if (flag) return; eat(t); } finally { look(«t); }\n}"), [
      "`t`: moved on some paths: line 2",
    ]);
  });

  it("tells fields apart", () => {
    assert.deepEqual(
      states(
        "function f() {\n  const p = { a: make(), b: make() };\n  eat(p.a);\n  look(p.«b); look(«p.b); look(p.«a);\n}",
      ),
      ["`p.b`: live", "`p`: partially moved by eat() at line 3", "`p.a`: moved by eat() at line 3"],
    );
  });

  it("is partially moved as long as a part is, whatever other parts got back", () => {
    assert.deepEqual(
      states(
        "function f() {\n  const p = { a: make(), b: make() };\n  eat(p.a);\n  eat(p.b);\n  use(«p);\n  «p.«b = make();\n  use(«p);\n}\ndeclare function use(p: Ref<{ a: Token; b: Token }>): void;",
      ),
      [
        "`p`: partially moved by eat() at line 3, by eat() at line 4",
        "`p`: partially moved by eat() at line 3, by eat() at line 4",
        "`p.b`: moved by eat() at line 4",
        "`p`: partially moved by eat() at line 3",
      ],
    );
    assert.deepEqual(
      states("function f(p: { a: Token; b: Token }) {\n  if (flag) eat(p.a);\n  eat(p.b); return «p;\n}"),
      ["`p`: partially moved by eat() at line 2, by eat() at line 3"],
    );
    assert.deepEqual(states("function f(p: { a: Token; b: Token }) {\n  if (flag) eat(p.a);\n  return «p;\n}"), [
      "`p`: partially moved on some paths: line 2",
    ]);
  });

  it("is that of the whole in a value with drop glue", () => {
    assert.deepEqual(states("function f(t: Token) {\n  eat(t);\n  «t.n;\n  t.«n;\n}"), [
      "`t`: moved by eat() at line 2",
      "`t`: moved by eat() at line 2",
    ]);
  });

  it("is seen through casts, chains and brackets", () => {
    assert.deepEqual(
      states("function f(t: Token | null) {\n  eat(t!);\n  look((«t as Token)); «t?.n; look(«t!); look(<Token>«t);\n}"),
      Array.from({ length: 4 }, () => "`t`: moved by eat() at line 2"),
    );
  });

  it("is told before an assignment, not of a declaration", () => {
    assert.deepEqual(states("function f() {\n  let «t = make();\n  eat(t);\n  «t = make();\n  eat(t);\n}"), [
      undefined,
      "`t`: moved by eat() at line 3",
    ]);
  });

  it("is in a closure what it is there, or else where the closure was made", () => {
    assert.deepEqual(
      states(
        "function f(t: Token) {\n  eat(t);\n  const g = () => look(«t);\n  const h = () => () => look(«t);\n  g(); h();\n}",
      ),
      ["`t`: moved by eat() at line 2", "`t`: moved by eat() at line 2"],
    );
    assert.deepEqual(states("function f(t: Token) {\n  const g = () => { eat(«t); look(«t); };\n  g();\n}"), [
      "`t`: live",
      "`t`: moved by eat() at line 2",
    ]);
  });

  it("is moved on some paths where a loop's end gives a new value", () => {
    assert.deepEqual(states("function f(t: Token) {\n  eat(t);\n  while (flag) { look(«t); t = make(); }\n}"), [
      "`t`: moved on some paths: line 2",
    ]);
  });

  it("is told of nothing that is not linear, and nowhere else", () => {
    assert.deepEqual(states("function f(«t: Token, n: number) {\n  n + «n; «eat(t); // «t\n}"), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the moves of a file", () => {
  it("are told with what moves, each once", () => {
    const { facts } = factsOf(
      "function f(t: Token, u: Token) {\n  try { eat(t); } finally { u.end(); }\n}\nfunction g(v: Token) { return v; }\nconst h = (w: Token) => () => eat(w);",
    );
    assert.deepEqual(facts.moves.map(moveText), [
      "`t` is moved here by eat()",
      "`u` is moved here by end()",
      "`v` is moved here",
      "`w` is moved here by eat()",
    ]);
  });

  it("of one variable include its fields and what closures move", () => {
    const { facts, text, marks } = factsOf(
      "function f(t: Token, u: Token) {\n  const g = () => { eat(t); };\n  eat(u);\n  g();\n  look(«t);\n}",
    );
    assert.deepEqual(
      facts.movesOf(marks[0]!).map(({ span }) => text.slice(span.start - 4, span.end + 1)),
      ["eat(t)"],
    );
  });
});

describe("what functions do with their parameters", () => {
  it("is told of named functions with linear or lent ones", () => {
    const { facts } = factsOf(
      "function f(t: Token, r: Ref<Token>, n: number) { eat(t); }\nclass C { m(t: Token) { eat(t); } }\nconst g = (r: Ref<Token>) => r;\nfunction none(n: number) {}\n[1].map((t) => t);",
    );
    assert.deepEqual(facts.functions.map(parametersText), ["consumes `t`, borrows `r`", "consumes `t`", "borrows `r`"]);
  });
});
