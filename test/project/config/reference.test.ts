import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReference } from "../../../src/project/config/reference.js";

const read = (text: string): unknown => {
  const reference = parseReference(text);
  assert.equal(reference?.text, text);
  const { text: _, ...rest } = reference;
  return rest;
};

test("a method, a function and a constructor", () => {
  assert.deepEqual(read("close"), { construct: false, path: ["close"], selectors: [] });
  assert.deepEqual(read("Pool.take"), { construct: false, path: ["Pool", "take"], selectors: [] });
  assert.deepEqual(read("new ns.Lease"), { construct: true, path: ["ns", "Lease"], selectors: [] });
});

test("a method keyed by a well-known symbol", () => {
  assert.deepEqual(read("[Symbol.dispose]"), { construct: false, path: ["[Symbol.dispose]"], selectors: [] });
  assert.deepEqual(read("Lease.[Symbol.asyncDispose]"), {
    construct: false,
    path: ["Lease", "[Symbol.asyncDispose]"],
    selectors: [],
  });
});

test("operands: the receiver, an argument, a property of an options argument", () => {
  assert.deepEqual(read("Lease.into(this)"), {
    construct: false,
    path: ["Lease", "into"],
    selectors: [{ kind: "receiver" }],
  });
  assert.deepEqual(read("query(1.transaction)"), {
    construct: false,
    path: ["query"],
    selectors: [{ kind: "argument", index: 1, property: "transaction" }],
  });
});

test("what a callback gets and returns, and an element of a result", () => {
  assert.deepEqual(read("useEffect(0)()"), {
    construct: false,
    path: ["useEffect"],
    selectors: [{ kind: "argument", index: 0 }, { kind: "result" }],
  });
  assert.deepEqual(read("withSpan(1)(0)"), {
    construct: false,
    path: ["withSpan"],
    selectors: [
      { kind: "argument", index: 1 },
      { kind: "argument", index: 0 },
    ],
  });
  assert.deepEqual(read("Semaphore.acquire()[1]"), {
    construct: false,
    path: ["Semaphore", "acquire"],
    selectors: [{ kind: "result" }, { kind: "element", index: 1 }],
  });
});

test("a resource that is itself the function which releases it", () => {
  assert.deepEqual(read("()"), { construct: false, path: [], selectors: [{ kind: "result" }] });
});

test("the module that declares a name, also one with a # of its own", () => {
  assert.deepEqual(read("@scope/pkg/sub#make"), {
    module: "@scope/pkg/sub",
    construct: false,
    path: ["make"],
    selectors: [],
  });
  assert.deepEqual(read("node:fs#open"), { module: "node:fs", construct: false, path: ["open"], selectors: [] });
});

test("a condition on an option", () => {
  assert.deepEqual(read("Bus.on(1) when 2.once"), {
    construct: false,
    path: ["Bus", "on"],
    selectors: [{ kind: "argument", index: 1 }],
    when: { argument: 2, property: "once" },
  });
});

test("what is written otherwise is no name", () => {
  for (const text of [
    "",
    " ",
    "fr ee",
    "a..b",
    ".a",
    "a.",
    "a(-1)",
    "a(x)",
    "new ",
    "new (0)",
    "a(0",
    "a#",
    "#a#",
    "[x]",
  ])
    assert.equal(parseReference(text), undefined, text);
});
