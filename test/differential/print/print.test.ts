import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { generate } from "../generator/generate.js";
import { capturesOf } from "../language/captures.js";
import type { Subject } from "../language/subject.js";
import { printRust } from "./rust.js";
import { printTypescript } from "./typescript.js";

const consumeTwice: Subject = {
  parameters: [{ name: "x", by: "value", type: "Pair" }],
  body: [
    { kind: "let-reference", name: "r", type: "Token", value: { kind: "borrow", place: { root: "x", path: ["a"] } } },
    {
      kind: "let-closure",
      name: "c",
      body: [
        {
          kind: "call",
          arguments: [{ by: "value", type: "Token", value: { kind: "move", place: { root: "x", path: ["b"] } } }],
        },
      ],
    },
    {
      kind: "loop",
      label: "l",
      body: [{ kind: "match", arms: [[{ kind: "break", label: "l" }], [{ kind: "call-closure", name: "c" }]] }],
    },
  ],
};

describe("the two printers", () => {
  it("print the same program", () => {
    assert.deepEqual(printRust("f", consumeTwice).lines, [
      "pub fn f(mut x: Pair) {",
      "  let r = &x.a;",
      "  let c = || { eat_Token(x.b); };",
      "  'l: loop {",
      "    match pick() {",
      "    0 => {",
      "      break 'l;",
      "    }",
      "    _ => {",
      "      c();",
      "    }",
      "    }",
      "  }",
      "}",
    ]);
    assert.deepEqual(printTypescript("f", consumeTwice).lines, [
      "export function f(x: Pair): void {",
      "  const r: Ref<Token> = borrow_Token(x.a);",
      "  const c = (): void => { eat_Token(x.b); };",
      "  l: while (true) {",
      "    switch (pick()) {",
      "    case 0: {",
      "      break l;",
      "    }",
      "    default: {",
      "      c();",
      "    break; }",
      "    }",
      "  }",
      "}",
    ]);
  });

  it("put each statement of 500 functions on the same line", () => {
    for (let index = 0; index < 500; index++) {
      const subject = generate(4, index, { closures: true, exceptions: false });
      const [rust, typescript] = [printRust("f", subject), printTypescript("f", subject)];
      assert.equal(rust.lines.length, typescript.lines.length);
      assert.deepEqual([...rust.lineOf.values()], [...typescript.lineOf.values()]);
    }
  });
});

describe("captures", () => {
  const outer = new Map([
    ["x", { kind: "value", name: "x", type: "Pair" }],
    ["g", { kind: "value", name: "g", type: "Guard" }],
  ] as const);
  const move = (root: string, ...path: string[]) =>
    ({
      kind: "discard",
      value: { kind: "pass", type: "Token", value: { kind: "move", place: { root, path } } },
    }) as const;

  it("take disjoint fields apart", () => {
    assert.deepEqual(capturesOf([move("x", "a")], outer), [{ by: "value", place: { root: "x", path: ["a"] } }]);
  });

  it("take the ancestor for its descendants, by value as soon as one use is", () => {
    const look = {
      kind: "call",
      arguments: [{ by: "reference", type: "Pair", value: { kind: "borrow", place: { root: "x", path: [] } } }],
    } as const;
    assert.deepEqual(capturesOf([move("x", "a"), look], outer), [{ by: "value", place: { root: "x", path: [] } }]);
  });

  it("stop by value at a value with drop glue", () => {
    assert.deepEqual(capturesOf([move("g", "t")], outer), [{ by: "value", place: { root: "g", path: [] } }]);
  });
});
