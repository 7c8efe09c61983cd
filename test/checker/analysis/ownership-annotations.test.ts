import assert from "node:assert/strict";
import { it } from "node:test";
import { ownershipAnnotations } from "../../../src/checker/analysis/ownership-annotations.js";
import { printText } from "../../../src/checker/ir/print/text.js";
import { analyseFunctions } from "../../../src/checker/pipeline.js";
import { parse } from "@typescript-eslint/typescript-estree";
import { namedOracle } from "../support/named-oracle.js";

/** The graph of the first function of a text, with what is known of ownership. */
function printed(text: string): string {
  const [analysis] = analyseFunctions(parse(text, { range: true, loc: true }), namedOracle, {});
  assert.ok(analysis !== undefined);
  return printText(analysis.graph, ownershipAnnotations(analysis));
}

it("says what may be moved and what may have to be consumed, where blocks begin and beside what changes it", () => {
  const text = printed("function f(t, c) { if (c) eat(t); safe(); }");
  assert.match(text, /\n {2}t = owned \(initial\) {2}\/\/ maybe init \{t\}\n/);
  assert.match(text, /\n {2}move t \(argument of eat\) +\/\/ maybe moved \{t\}\n/);
  // Where the two ways meet.
  assert.match(
    text,
    /\n {2}\/\/ maybe moved \{t\}\n {2}\/\/ maybe init \{t\}\n(?: {2}use.*\n)* {2}storage-dead t {2}\/\/ nothing\n/,
  );
});

it("tells fields apart, names a whole without its fields, and what only exceptions lead to", () => {
  const text = printed("function f(p) { eat(p.a); look(); eat(p.b); }");
  assert.match(text, /move p\.a \(argument of eat\) +\/\/ maybe moved \{p\.a\}, maybe init \{p\.b\}\n/);
  assert.match(text, /move p\.b \(argument of eat\) +\/\/ maybe moved \{p\.[ab], p\.[ab]\}\n/);
  assert.match(text, /\(cleanup\):\n {2}\/\/ maybe moved \{.*\}\n {2}\/\/ maybe init on unwind \{p\.b\}\n/);
  assert.match(
    printed("function g(p) { eatWhole(p); look(); }"),
    /move p \(argument of eatWhole\) +\/\/ maybe moved \{p\}\n/,
  );
});
