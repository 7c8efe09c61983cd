import assert from "node:assert/strict";
import { test } from "node:test";
import { AST_NODE_TYPES } from "@typescript-eslint/types";
import { marked } from "./marked.js";

/** Ownership of a value of a type. */
function ownership(type: string, declarations = ""): string {
  const { oracle, expression } = marked(
    `${declarations}\nexport function f<T extends Linear, U, W extends Pair>(x: ${type}) { /*x*/x; }`,
  );
  return oracle.typeOf(expression("x")).ownership;
}

const cases: Record<string, [type: string, declarations?: string][]> = {
  owned: [
    ["Conn"],
    ["Live<Conn>"],
    ["NotMoved<Conn>"],
    ["Moved<Conn, 'eat'>"],
    ["Conn | null"],
    ["Pair"],
    ["{ deep: { pair: Pair } }"],
    ["Conn[]"],
    ["readonly Conn[]"],
    ["[number, Conn]"],
    ["Map<string, Conn>"],
    ["Map<Conn, string>"],
    ["Set<Conn>"],
    ["ReadonlySet<Pair>"],
    ["Promise<Conn>"],
    ["Promise<Conn[]>[]"],
    ["Record<string, Conn>"],
    ["{ [key: string]: Conn }"],
    ["T"],
    ["T[]"],
    ["W"],
    ["Partial<Pair>"],
    ["Pick<Pair, 'a'>"],
    ["Box", "class Box { constructor(private readonly conn: Conn) {} }"],
    ["Hidden", "class Hidden { #conn = make(); }"],
    ["List", "interface List { value: Conn; next: List | null }"],
    ["Loop", "interface Loop { next: Loop; other: { back: Loop; conn: Conn } }"],
    ["Child", "class Base { conn = make(); } class Child extends Base { n = 1 }"],
    ["Fn", "interface Fn extends Linear { (): void }"],
    ["IteratorResult<Conn>"],
  ],
  borrow: [
    ["Ref<Conn>"],
    ["Ref<Conn> | null"],
    ["{ conn: Ref<Conn> }"],
    ["Ref<Pair>"],
    ["Ref<Conn[]>"],
    ["Ref<Conn>[]"],
  ],
  any: [["any"]],
  none: [
    ["unknown"],
    ["never"],
    ["U"],
    ["string"],
    ["null"],
    ["object"],
    ["Date"],
    ["Errno", "interface Errno { errno: number }"],
    ["() => Conn"],
    ["{ make(): Conn; from: (c: Conn) => void }"],
    ["Ring", "interface Ring { next: Ring }"],
    ["Endless<number>", "interface Endless<T> { next: Endless<Endless<T>> | null }"],
    ["Box", "class Box { get conn(): Conn { return make(); } }"],
    ["Promise<number>"],
    ["Once<() => void>"],
    ["Pick<Pair, 'n'>"],
    ["Unresolved"],
    ["{ reserved_fd(): number }"],
  ],
};

for (const [expected, types] of Object.entries(cases)) {
  for (const [type, declarations] of types) {
    test(`${type} is ${expected}`, () => {
      assert.equal(ownership(type, declarations), expected);
    });
  }
}

test("a type found to hold nothing is not remembered wrongly when a cycle was cut", () => {
  const { oracle, expression } = marked(`
    interface A { b: B } interface B { a: A; c: C } interface C { a: A; conn: Conn }
    export function f(a: A, b: B, c: C) { [/*a*/a, /*b*/b, /*c*/c]; }`);
  for (const name of ["a", "b", "c"]) assert.equal(oracle.typeOf(expression(name)).ownership, "owned");
});

test("members, drop glue and containers", () => {
  const { oracle, expression } = marked(`
    interface Both extends Linear { inner: Conn }
    type Variant = { kind: "one"; conn: Conn } | { kind: "none" } | { kind: "pair"; first: Conn; second: Conn };
    export function f(pair: Pair, both: Both, variant: Variant, tuple: [Conn, number, Conn], list: Conn[], map: Map<string, Conn>, dict: Record<string, Conn>, promise: Promise<Conn>) {
      [/*pair*/pair, /*both*/both, /*variant*/variant, /*tuple*/tuple, /*list*/list, /*map*/map, /*dict*/dict, /*promise*/promise];
    }`);
  const facts = (name: string) => oracle.typeOf(expression(name));
  assert.deepEqual(facts("pair").members, ["a", "b"]);
  assert.equal(facts("pair").dropGlue, false);
  assert.equal(facts("pair").member("n").ownership, "none");
  assert.equal(facts("pair").member("missing").ownership, "none");
  assert.equal(facts("pair").member("a").dropGlue, true);
  assert.equal(facts("both").dropGlue, true);
  assert.deepEqual(facts("both").members, []);
  assert.equal(facts("both").member("inner").ownership, "owned");
  assert.deepEqual(facts("variant").members, ["conn", "first", "second"]);
  assert.deepEqual(facts("tuple").members, ["0", "2"]);
  assert.equal(facts("tuple").container, false);
  for (const name of ["list", "map", "dict"]) {
    assert.equal(facts(name).container, true, name);
    assert.deepEqual(facts(name).members, [], name);
  }
  assert.equal(facts("list").member("0").ownership, "owned");
  assert.equal(facts("dict").member("anything").ownership, "owned");
  assert.equal(facts("promise").container, false);
  assert.deepEqual(facts("promise").members, []);
});

test("task-bound and call-once", () => {
  const { oracle, expression } = marked(`
    export function f(bound: { deep: Bound[] }, free: Conn, once: Once<() => void>, maybe?: Once<() => void>, many?: () => void) {
      [/*bound*/bound, /*free*/free, /*once*/once, /*maybe*/maybe, /*many*/many];
    }`);
  const facts = (name: string) => oracle.typeOf(expression(name));
  assert.equal(facts("bound").taskBound, true);
  assert.equal(facts("free").taskBound, false);
  assert.equal(facts("once").fnOnce, true);
  assert.equal(facts("maybe").fnOnce, true);
  assert.equal(facts("many").fnOnce, false);
});

test("facts are one object per type", () => {
  const { oracle, expression } = marked(`export function f(a: Pair, b: Pair) { [/*a*/a, /*b*/b]; }`);
  assert.equal(oracle.typeOf(expression("a")), oracle.typeOf(expression("b")));
});

test("narrowing: the type at a point, and the declared type where narrowing leaves nothing", () => {
  const { oracle, expression, find } = marked(`
    export function f(/*binding*/x: Conn | null) {
      if (x === null) { /*nothing*/x; return; }
      /*live*/x;
      eat(x);
      /*moved*/x;
      if (typeof x === "string") { /*never*/x; }
    }`);
  assert.equal(oracle.typeOf(expression("nothing")).ownership, "none");
  assert.equal(oracle.typeOf(expression("live")).ownership, "owned");
  assert.equal(oracle.typeOf(expression("moved")).ownership, "owned");
  assert.equal(oracle.typeOf(expression("never")).ownership, "owned");
  assert.equal(oracle.declared(find("binding", AST_NODE_TYPES.Identifier)).ownership, "owned");
});

test("`this`: lent in methods, owned where declared", () => {
  const { oracle, functions } = marked(`
    class Box { conn = make(); constructor() {} read() { return 1; } static build() {} arrow = () => 1; }
    const literal = { conn: make(), short() { return this.conn.id; }, long: function () { return 1; } };
    function close(this: Live<Conn>) {}
    function look(this: Ref<Conn>) {}
    function plain() {}
    export { Box, literal, close, look, plain };`);
  assert.deepEqual(
    functions().map((node) => oracle.thisType(node).ownership),
    ["borrow", "borrow", "none", "none", "borrow", "borrow", "owned", "borrow", "none"],
  );
  const [constructor] = functions();
  assert.deepEqual(constructor && oracle.thisType(constructor).members, []);
  assert.equal(constructor && oracle.thisType(constructor).member("conn").ownership, "borrow");
});
