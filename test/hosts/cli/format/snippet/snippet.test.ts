import assert from "node:assert/strict";
import { test } from "node:test";
import { painter } from "../../../../../src/hosts/cli/format/snippet/paint.js";
import { renderSnippet } from "../../../../../src/hosts/cli/format/snippet/snippet.js";
import type { Annotation } from "../../../../../src/hosts/cli/format/snippet/snippet.js";
import { SourceText } from "../../../../../src/project/source/source-text.js";

const text = `function f() {
  const fd = make(a, b);
  for (const x of y) {
    eat(fd, fd2);
    1;
    2;
    3;
    4;
  }
}
`;
const source = new SourceText("/a.ts", text);

function draw(annotations: readonly Annotation[], from: SourceText = source, gutter = 1): string {
  return `\n${renderSnippet(from, annotations, { paint: painter(false), primary: "error", gutter }).join("\n")}\n`;
}

/** Marks a text's nth occurrence. */
function mark(what: string, label?: string, primary = false, nth = 0): Annotation {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = text.indexOf(what, start + 1);
  return { span: { start, end: start + what.length }, primary, ...(label === undefined ? {} : { label }) };
}

test("labels stand beside their underlines", () => {
  assert.equal(
    draw([mark("fd", "value used here after move", true, 1), mark("fd", "declared here")]),
    `
2 |   const fd = make(a, b);
  |         -- declared here
3 |   for (const x of y) {
4 |     eat(fd, fd2);
  |         ^^ value used here after move
`,
  );
});

test("several on one line: the rightmost beside, the others hanging", () => {
  assert.equal(
    draw([mark("fd", "moved", false, 1), mark("fd2", "used", true)]),
    `
4 |     eat(fd, fd2);
  |         --  ^^^ used
  |         |
  |         moved
`,
  );
});

test("marks inside a mark stay visible, and all labels hang", () => {
  assert.equal(
    draw([mark("make(a, b)", "whole", true), mark("a,", "A"), mark("b)", "B")]),
    `
2 |   const fd = make(a, b);
  |              ^^^^^--^--
  |              |    |  |
  |              |    |  B
  |              |    A
  |              whole
`,
  );
});

test("far lines are cut, a single line between is shown", () => {
  assert.equal(
    draw([mark("function", "here"), mark("for", "there", true), mark("4", "and there")]),
    `
1 | function f() {
  | -------- here
2 |   const fd = make(a, b);
3 |   for (const x of y) {
  |   ^^^ there
...
8 |     4;
  |     - and there
`,
  );
});

test("a long span is a rail beside its lines, cut in the middle", () => {
  const loop: Annotation = {
    span: { start: text.indexOf("for"), end: text.lastIndexOf("  }\n") + 3 },
    primary: false,
    label: "inside of this loop",
  };
  assert.equal(
    draw([loop, mark("fd", "value moved here", true, 1)]),
    `
3 | /   for (const x of y) {
4 | |     eat(fd, fd2);
  | |         ^^ value moved here
... |
9 | |   }
  | |___- inside of this loop
`,
  );
});

test("a long span that starts after other text begins with an underscore", () => {
  const call: Annotation = {
    span: { start: text.indexOf("make"), end: text.indexOf("eat") + 3 },
    primary: true,
    label: "all this",
  };
  assert.equal(
    draw([call]),
    `
2 |     const fd = make(a, b);
  |  ______________^
3 | |   for (const x of y) {
4 | |     eat(fd, fd2);
  | |_______^ all this
`,
  );
});

test("overlapping long spans get rails of their own", () => {
  const outer: Annotation = { span: { start: 0, end: text.length - 1 }, primary: false, label: "outer" };
  const inner: Annotation = {
    span: { start: text.indexOf("for"), end: text.lastIndexOf("  }\n") + 3 },
    primary: true,
    label: "inner",
  };
  assert.equal(
    draw([outer, inner], source, 2),
    `
1  | /   function f() {
2  | |     const fd = make(a, b);
3  | | /   for (const x of y) {
4  | | |     eat(fd, fd2);
...  | |
9  | | |   }
   | | |___^ inner
10 | |   }
   | |___- outer
`,
  );
});

test("tabs, wide characters and control characters keep the carets in place", () => {
  const wide = new SourceText("/w.ts", '\tconst 値 = "\u001b[31m"; use(値);\n');
  const start = wide.text.lastIndexOf("値");
  assert.equal(
    draw([{ span: { start, end: start + 1 }, primary: true, label: "here" }], wide),
    `
1 |     const 値 = "\ufffd[31m"; use(値);
  |                             ^^ here
`,
  );
});

test("an empty span and the end of the file are still marked", () => {
  const short = new SourceText("/s.ts", "a");
  assert.equal(
    draw([{ span: { start: 1, end: 1 }, primary: true, label: "expected" }], short),
    "\n1 | a\n  |  ^ expected\n",
  );
});
