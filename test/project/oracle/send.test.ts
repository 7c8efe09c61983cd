import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "./marked.js";

test("obstacles to sending: the path to the leaf", () => {
  const obstacle = (type: string) => {
    const { oracle, expression } = marked(`export function f(x: ${type}) { structuredClone(/*e*/x); }`);
    return oracle.sendObstacle(expression("e"));
  };
  assert.equal(obstacle("{ a: number; at: Date; map: Map<string, number[]> }"), undefined);
  assert.deepEqual(obstacle("Bound"), { path: [], type: "Bound", why: "bound to the task that created it" });
  assert.deepEqual(obstacle("{ jobs: { owner: Bound }[] }")?.path, ["jobs", "0", "owner"]);
  assert.deepEqual(obstacle("Bound | null")?.path, []);
  assert.deepEqual(obstacle("Map<string, Bound>")?.type, "Bound");
  // A linear value has methods, which Send<T> refuses too; plain objects with methods are nobody's business here.
  assert.deepEqual(obstacle("Conn")?.why, "a function can't be cloned");
  assert.equal(obstacle("{ plain(): void }"), undefined);
  assert.deepEqual(obstacle("Record<string, Bound>")?.path, ["[string]"]);
  assert.deepEqual(obstacle("Readonly<Partial<{ owner: Bound }>>")?.path, ["owner"]);
  // What the platform's functions are given says nothing in most programs.
  assert.equal(obstacle("unknown"), undefined);
  assert.equal(obstacle("{ body: object }"), undefined);
});

test("obstacles to sending: a parameter declared as Send<T> refuses what says nothing of what it holds", () => {
  const obstacle = (type: string, parameters = "") => {
    const { oracle, expression } = marked(
      `declare function post<T>(value: Send<T>): void; export function f${parameters}(x: ${type}) { post(/*e*/x); }`,
    );
    return oracle.sendObstacle(expression("e"));
  };
  const path = (type: string, parameters = ""): readonly string[] | undefined => obstacle(type, parameters)?.path;
  assert.deepEqual(obstacle("T", "<T>"), {
    path: [],
    type: "T",
    why: "nothing is known of what it holds",
    help: "take it as `Send<T>`, which asks every caller",
  });
  assert.deepEqual(path("T | null", "<T>"), []);
  assert.deepEqual(path("T", "<T extends object>"), []);
  assert.deepEqual(path("{ of: T }[]", "<T>"), ["0", "of"]);
  assert.deepEqual(path("unknown"), []);
  assert.deepEqual(path("Map<string, unknown>"), ["Map argument 2"]);
  assert.deepEqual(path("Record<string, object>"), ["[string]"]);
  // A bound tells, callers answer for what is `Send<T>` already, and `any` is MC1003's business.
  assert.equal(obstacle("N", "<N extends number | string>"), undefined);
  assert.equal(obstacle("Send<T>", "<T>"), undefined);
  assert.equal(obstacle("{ all: Send<T>[] }", "<T>"), undefined);
  assert.equal(obstacle("{ tags: Set<string>; at: Date; error: Error; bytes: Uint8Array; any: any }"), undefined);
});
