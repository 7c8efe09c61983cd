import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { whole } from "../language/place.js";
import type { Block, Statement } from "../language/statement.js";
import type { Subject } from "../language/subject.js";
import { printTypescript } from "../print/typescript.js";
import { execute } from "./execute.js";

const make = { kind: "make", type: "Token" } as const;
const eat = (root: string, ...path: string[]): Statement => ({
  kind: "call",
  arguments: [{ by: "value", type: "Token", value: { kind: "move", place: { root, path } } }],
});
const look = (root: string, ...path: string[]): Statement => ({
  kind: "call",
  arguments: [{ by: "reference", type: "Token", value: { kind: "borrow", place: { root, path } } }],
});
const refer = (name: string, root: string): Statement => ({
  kind: "let-reference",
  name,
  type: "Token",
  value: { kind: "borrow", place: whole(root) },
});
const when = (then: Block, otherwise?: Block): Statement => ({
  kind: "if",
  condition: { kind: "opaque" },
  then,
  ...(otherwise ? { otherwise } : {}),
});
const loop = (...body: Block): Statement => ({ kind: "while", label: "l", condition: { kind: "opaque" }, body });

/** The findings on a function whose only parameter is `x: Token`: `E0382@3`, `leak x@2`, `leak! x@2` for one that needs a throw. */
function find(...body: Block): readonly string[] {
  const subject: Subject = { parameters: [{ name: "x", by: "value", type: "Token" }], body };
  const { violations, leaks } = execute(subject, printTypescript("f", subject).lineOf);
  return [
    ...violations.map(({ code, line }) => `${code}@${line}`),
    ...leaks.map(
      ({ place, line, exceptional }) => `leak${exceptional ? "!" : ""} ${place?.root ?? "temporary"}@${line}`,
    ),
  ];
}

describe("path enumeration", () => {
  it("finds a use after a move, on a branch, and in the previous iteration", () => {
    assert.deepEqual(find(eat("x"), eat("x")), ["E0382@3"]);
    assert.deepEqual(find(when([eat("x")]), eat("x")), ["E0382@5", "leak! x@5"]);
    assert.deepEqual(find(loop(eat("x"))), ["E0382@3", "leak! x@2", "leak x@2"]);
  });

  it("accepts what moves on each path once", () => {
    assert.deepEqual(find(eat("x")), []);
    assert.deepEqual(
      find(when([eat("x")], [eat("x")])).filter((each) => !each.startsWith("leak!")),
      [],
    );
    assert.deepEqual(find(eat("x"), { kind: "assign", place: whole("x"), value: make }, eat("x")), []);
  });

  it("runs a loop again until no iteration brings a new store", () => {
    const chain: Block = [
      { kind: "let", name: "y", type: "Token", value: make },
      { kind: "let", name: "z", type: "Token", value: make },
      loop(
        eat("z"),
        { kind: "assign", place: whole("z"), value: { kind: "move", place: whole("y") } },
        { kind: "assign", place: whole("y"), value: { kind: "move", place: whole("x") } },
      ),
    ];
    assert.deepEqual(
      find(...chain).filter((each) => each.startsWith("E")),
      ["E0382@7"],
    );
  });

  it("finds a move while a borrow is still used, and none after the last use", () => {
    assert.deepEqual(find(refer("r", "x"), eat("x"), look("r")), ["E0505@3", "leak! x@4"]);
    assert.deepEqual(
      find(refer("r", "x"), look("r"), eat("x")).filter((each) => each.startsWith("E")),
      [],
    );
  });

  it("finds a move out of a reference, which moves nothing", () => {
    assert.deepEqual(
      find(refer("r", "x"), eat("r"), eat("x")).filter((each) => !each.startsWith("leak!")),
      ["E0507@3"],
    );
  });

  it("tells what leaks from what leaks only when a call throws", () => {
    assert.deepEqual(find(look("x"), eat("x")), ["leak! x@3"]);
    assert.deepEqual(
      find(when([eat("x")])),
      ["leak! x@4", "leak x@4"].map((each) => each.replace("@4", "@2")),
    );
    assert.deepEqual(find({ kind: "assign", place: whole("x"), value: make }, eat("x")), ["leak x@2", "leak! x@3"]);
    assert.deepEqual(find(eat("x"), { kind: "discard", value: make }), ["leak temporary@3"]);
  });

  it("carries what a try block moved before it threw into the handler", () => {
    const subject: Block = [{ kind: "try", body: [look("x"), eat("x")], handler: [eat("x")] }];
    assert.deepEqual(find(...subject), ["E0382@6"]);
    assert.deepEqual(find({ kind: "try", body: [look("x")], finalizer: [eat("x")] }), []);
  });

  it("sees a closure that consumes as a value that is called once", () => {
    const closure: Statement = { kind: "let-closure", name: "c", body: [eat("x")] };
    const run: Statement = { kind: "call-closure", name: "c" };
    assert.deepEqual(find(closure, run), []);
    assert.deepEqual(find(closure, run, { ...run }), ["E0382@4"]);
    assert.deepEqual(find(closure), ["leak c@2"]);
    assert.deepEqual(find(closure, { kind: "pass-closure", to: "many", name: "c" }), ["E0525@3"]);
  });
});
