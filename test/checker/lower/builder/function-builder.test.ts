// How ways out of nested scopes share their clean-up. What statements make of it is in the golden graphs.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import { FileContext } from "../../../../src/checker/lower/builder/file-context.js";
import { FunctionBuilder } from "../../../../src/checker/lower/builder/function-builder.js";
import { analyzeScopes } from "../../../../src/checker/scope/analyze-scopes.js";
import { namedOracle, TOKEN } from "../../support/named-oracle.js";

function builder(options = {}): FunctionBuilder {
  const scopes = analyzeScopes(parse("f();", { range: true, loc: true }));
  const [body] = scopes.bodies;
  assert.ok(body !== undefined);
  return new FunctionBuilder(new FileContext(namedOracle, scopes, options), body);
}

const kinds = (b: FunctionBuilder, id: number): string[] => b.blocks[id]!.instructions.map(({ kind }) => kind);

describe("a way out of a scope", () => {
  it("is one block for all that leave the same way, and ends the lives of the scope's owned locals", () => {
    const b = builder();
    const { node } = b.body;
    const scope = b.openLocals();
    b.temporary(node, TOKEN);
    const first = b.route(b.frame, { kind: "throw" });
    const second = b.route(b.frame, { kind: "throw" });
    const returned = b.route(b.frame, { kind: "return" });
    assert.equal(first, second);
    assert.notEqual(first, returned);
    assert.deepEqual([first.cleanup, returned.cleanup], [true, false]);
    assert.deepEqual(kinds(b, first.id), []);
    b.closeLocals(scope, node);
    assert.deepEqual(kinds(b, first.id), ["storage-dead"]);
    assert.deepEqual(kinds(b, returned.id), ["storage-dead"]);
  });

  it("goes through each scope around it, innermost first, and ends outside", () => {
    const b = builder();
    b.openLocals();
    const outer = b.frame;
    b.openLocals();
    const inner = b.route(b.frame, { kind: "throw" });
    assert.deepEqual(inner.terminal, { kind: "goto", target: b.route(outer, { kind: "throw" }).id, isBackEdge: false });
    // The scope of the whole body, then the block that resumes the exception.
    const root = b.route(b.root, { kind: "throw" });
    assert.ok(root.terminal.kind === "goto");
    assert.deepEqual(b.blocks[root.terminal.target]?.terminal, { kind: "resume" });
  });

  it("stops at a handler for an exception, and not for a return", () => {
    const b = builder();
    const handler = b.newBlock();
    b.frame = { kind: "catch", parent: b.frame, handler };
    assert.equal(b.route(b.frame, { kind: "throw" }), handler);
    assert.notEqual(b.route(b.frame, { kind: "return" }), handler);
  });

  it("enters a finalizer by a block of its own for each way", () => {
    const b = builder();
    const frame = { kind: "finally", parent: b.frame, entries: new Map() } as const;
    b.frame = frame;
    const thrown = b.route(b.frame, { kind: "throw" });
    const returned = b.route(b.frame, { kind: "return" });
    assert.notEqual(thrown, returned);
    assert.equal(b.route(b.frame, { kind: "throw" }), thrown);
    assert.deepEqual([...frame.entries.keys()], ["throw", "return"]);
    assert.deepEqual([thrown.cleanup, returned.cleanup], [true, false]);
  });

  it("of a loop leads where `break` and `continue` say, past the scopes in it", () => {
    const b = builder();
    const [head, after] = [b.newBlock(), b.newBlock()];
    const target = b.openTarget(["outer"], true, after, head);
    assert.equal(b.route(b.frame, { kind: "break", to: target }), after);
    b.openLocals();
    const left = b.route(b.frame, { kind: "continue", to: target });
    assert.deepEqual(left.terminal, { kind: "goto", target: head.id, isBackEdge: false });
  });
});

describe("what a statement made", () => {
  it("dies with the statement, and on the ways out of the middle of it", () => {
    const b = builder();
    const mark = b.scope.locals.length;
    b.temporary(b.body.node, TOKEN);
    const thrown = b.route(b.frame, { kind: "throw" });
    b.endTemporaries(mark);
    b.closeLocals(b.root, b.body.node);
    assert.deepEqual(kinds(b, b.current.id), ["storage-live", "storage-dead"]);
    assert.deepEqual(kinds(b, thrown.id), ["storage-dead"]);
  });
});

describe("code that nests", () => {
  const nest = (b: FunctionBuilder, depth: number): number =>
    depth === 0 ? 0 : b.nested(b.body.node, 0, () => 1 + nest(b, depth - 1));

  it("too deeply is told as unsupported, unless the host copes with any depth", () => {
    const careful = builder();
    assert.equal(nest(careful, 500), 400);
    assert.deepEqual(
      careful.unsupported.map(({ what }) => what),
      ["Program nested more than 400 deep"],
    );
    const bold = builder({ anyDepth: true });
    assert.equal(nest(bold, 500), 500);
    assert.deepEqual(bold.unsupported, []);
  });
});
