import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "../marked.js";
import type { CallFacts } from "../../../../src/checker/oracle/call-facts.js";
import type { CallNode } from "../../../../src/checker/syntax/nodes.js";

/** The facts of the call that the mark `c` stands in front of. */
function call(body: string, parameters = "", declarations = ""): CallFacts {
  const { oracle, expression } = marked(`${declarations}\nexport async function f(c: Conn, ${parameters}) { ${body} }`);
  return oracle.call(expression("c") as CallNode);
}

const passes = (facts: CallFacts): string[] => facts.parameters.map((parameter) => parameter.passes);

test("passing: what parameter types do with an owned argument", () => {
  const declarations = `
    declare function owned(c: Conn): void; declare function live(c: Live<Conn>): void;
    declare function ref(c: Ref<Conn>): void; declare function unknowing(c: unknown): void; declare function anything(c: any): void;
    declare function generic<T>(c: T): T; declare function bounded<T extends Linear>(c: T): void;
    declare function structural(c: { readonly id: number }): void; declare function maybe(c?: Conn | null): void;
    declare function rest(...all: Conn[]): void; declare function tuple(...all: [Ref<Conn>, Conn]): void;
    declare function send<T>(c: Send<T>): void;`;
  const expected: Record<string, string[]> = {
    "owned(c)": ["move"],
    "live(c)": ["move"],
    "eat(c)": ["move"],
    "ref(c)": ["borrow"],
    "unknowing(c)": ["borrow"],
    "anything(c)": ["erase"],
    "generic(c)": ["move"],
    "bounded(c)": ["move"],
    "structural(c)": ["borrow"],
    "maybe(c)": ["move"],
    "rest(c, c)": ["move", "move"],
    "tuple(c, c)": ["borrow", "move"],
    "send(c)": ["move"],
    "console.log(c)": ["borrow"],
    "console.log(1, c)": ["borrow", "borrow"],
    "new Set([c])": ["move"],
    "Promise.resolve(c)": ["move"],
    "list.push(c)": ["move"],
    "map.set('a', c)": ["borrow", "move"],
  };
  for (const [text, want] of Object.entries(expected)) {
    assert.deepEqual(passes(call(`/*c*/${text}`, "list: Conn[], map: Map<string, Conn>", declarations)), want, text);
  }
});

test("the second argument of a Consume keeps its own type", () => {
  const declarations = `declare const install: Consume<Conn, "install", [file: Live<Conn>, note: Ref<Conn>]>;`;
  const facts = call("/*c*/install(c, c, c)", "", declarations);
  assert.deepEqual(passes(facts), ["move", "move", "borrow"]);
  assert.equal(facts.asserts, true);
  assert.equal(facts.name, "install");
});

test("receivers: consumed by predicate, by `this` parameter, by disposing; else borrowed", () => {
  const declarations = `
    interface Closing extends Linear, Disposable {
      shut(): asserts this is Moved<this, "shut">;
      finish(this: Live<Closing>): void;
      peek(this: Ref<Closing>): void;
      look(): void;
      check(): asserts this is this & { readonly checked: true };
    }`;
  const receiver = (text: string): string => call(`/*c*/${text}`, "x: Closing", declarations).receiver;
  assert.equal(receiver("x.shut()"), "move");
  assert.equal(receiver("x.finish()"), "move");
  assert.equal(receiver("x[Symbol.dispose]()"), "move");
  assert.equal(receiver("x.peek()"), "borrow");
  assert.equal(receiver("x.look()"), "borrow");
  assert.equal(receiver("x.check()"), "borrow");
  assert.equal(receiver("eat(c)"), "borrow");
});

test("callbacks: once, many or a value; lent; later", () => {
  const declarations = `
    declare function once(f: Once<() => void>): void; declare function many(f: () => void): void;
    declare function value<T>(f: T): void; declare function bounded<F extends () => void>(f: F): void;
    declare function optional(f?: Once<() => void>): void;`;
  const callback = (text: string) =>
    call(`/*c*/${text}`, "p: Promise<Conn>, list: Conn[]", declarations).parameters[0]?.callback;
  const facts = (calls: string, lends = false, outlives = false) => ({ calls, lends, outlives });
  assert.deepEqual(callback("once(() => {})"), facts("once"), "once(() => {})");
  assert.deepEqual(callback("optional(() => {})"), facts("once"), "optional(() => {})");
  assert.deepEqual(callback("many(() => {})"), facts("many"), "many(() => {})");
  assert.deepEqual(callback("value(() => {})"), facts("value"), "value(() => {})");
  assert.deepEqual(callback("bounded(() => {})"), facts("many"), "bounded(() => {})");
  assert.deepEqual(callback("p.then(() => {})"), facts("once", false, true), "p.then(() => {})");
  assert.deepEqual(callback("p.catch(() => {})"), facts("once", false, true), "p.catch(() => {})");
  assert.deepEqual(callback("p.finally(() => {})"), facts("once", false, true), "p.finally(() => {})");
  assert.deepEqual(callback("new Promise<void>(() => {})"), facts("once"), "new Promise<void>(() => {})");
  assert.deepEqual(callback("queueMicrotask(() => {})"), facts("once", false, true), "queueMicrotask(() => {})");
  assert.deepEqual(callback("setTimeout(() => {}, 1)"), facts("once", false, true), "setTimeout(() => {}, 1)");
  assert.deepEqual(callback("setImmediate(() => {})"), facts("once", false, true), "setImmediate(() => {})");
  assert.deepEqual(callback("process.nextTick(() => {})"), facts("once", false, true), "process.nextTick(() => {})");
  assert.deepEqual(callback("setInterval(() => {}, 1)"), facts("many", false, true), "setInterval(() => {}, 1)");
  const visiting = { ...facts("many", true), owns: [], visitsAll: true };
  assert.deepEqual(callback("list.forEach(() => {})"), visiting, "list.forEach(() => {})");
  assert.deepEqual(callback("list.map(() => 1)"), visiting, "list.map(() => 1)");
  assert.equal(call("/*c*/process.on('exit', () => {})").parameters[1]?.callback.outlives, true);
  assert.equal(
    call("/*c*/fs.readFile('a', () => {})", "", `import fs from "node:fs";`).parameters[1]?.callback.outlives,
    true,
  );
  assert.equal(call("/*c*/list.forEach((x) => {})", "list: Conn[]").parameters[0]?.passes, "borrow");
});

test("results: new, lent by a container, or the receiver", () => {
  const declarations = `interface Builder { add(n: number): this }`;
  const returns = (text: string): string =>
    call(
      `/*c*/${text}`,
      "list: Conn[], map: Map<string, Conn>, set: Set<Conn>, b: Builder, o: Record<string, Conn>",
      declarations,
    ).returns;
  for (const text of [
    "make()",
    "list.pop()",
    "list.shift()",
    "list.splice(0)",
    "list.map(() => make())",
    "Promise.all(list)",
    "new Map<string, Conn>()",
    "Array.from({ length: 2 }, () => make())",
  ]) {
    assert.equal(returns(text), "value", text);
  }
  for (const text of [
    "list.at(0)",
    "list.find(() => true)",
    "list.slice()",
    "list.filter(Boolean)",
    "map.get('a')",
    "map.values()",
    "set.values()",
    "Object.values(o)",
    "Array.from(set)",
    "list.toReversed()",
    "list.concat(list)",
  ]) {
    assert.equal(returns(text), "borrow", text);
  }
  for (const text of ["list.sort()", "list.reverse()", "list.fill(c)", "map.set('a', c)", "set.add(c)", "b.add(1)"]) {
    assert.equal(returns(text), "receiver", text);
  }
});

test("never: a function that does not return, but not a method of a moved value", () => {
  const declarations = `declare function fail(): never;`;
  assert.equal(call("/*c*/fail()", "", declarations).returnsNever, true);
  assert.equal(call("/*c*/process.exit(1)").returnsNever, true);
  assert.equal(call("/*c*/make()").returnsNever, false);
  assert.equal(call("eat(c); /*c*/c.query()").returnsNever, false);
});

test("sending: messages, clones, worker data, Send<T>", () => {
  const declarations = `import { Worker, parentPort } from "node:worker_threads"; declare function post<T>(x: Send<T>): void;`;
  const sends = (text: string): boolean[] =>
    call(`/*c*/${text}`, "", declarations).parameters.map((parameter) => parameter.sends);
  assert.deepEqual(sends("structuredClone(c)"), [true]);
  assert.deepEqual(sends("parentPort!.postMessage(c)"), [true]);
  assert.deepEqual(sends("new Worker('a.js', { workerData: c })"), [false, true]);
  assert.deepEqual(sends("post(c)"), [true]);
  assert.deepEqual(sends("console.log(c)"), [false]);
});

test("throwing: plain container methods don't, everything else may", () => {
  const throws = (text: string): boolean => call(`/*c*/${text}`, "list: Conn[]").throws;
  for (const text of ["list.push(c)", "console.log(c)", "Math.max(1)"]) {
    assert.equal(throws(text), false, text);
  }
  for (const text of [
    "make()",
    "eat(c)",
    "JSON.parse('1')",
    "list.forEach(() => {})",
    "structuredClone(c)",
    "c.query()",
  ]) {
    assert.equal(throws(text), true, text);
  }
});

test("throwing: disposing of one of the API's own handles doesn't, of another linear value may", () => {
  const declarations = `import type { ARef, File } from "../../src/fd/index.js"; interface Lock extends Linear, Disposable {}`;
  const throws = (text: string): boolean => call(`/*c*/${text}`, "file: ARef<File>, lock: Lock", declarations).throws;
  assert.equal(throws("file[Symbol.dispose]()"), false);
  assert.equal(throws("file.clone()"), false);
  assert.equal(throws("lock[Symbol.dispose]()"), true);
});

test("tagged templates pass their substitutions", () => {
  const declarations = `declare function tag(parts: TemplateStringsArray, a: Conn, b: Ref<Conn>): void;`;
  assert.deepEqual(passes(call("/*c*/tag`x${c}y${c}`", "", declarations)), ["move", "borrow"]);
});

test("an unresolvable call has harmless facts", () => {
  const facts = call("/*c*/nowhere(c)");
  assert.deepEqual(passes(facts), ["borrow"]);
  assert.equal(facts.throws, true);
});
