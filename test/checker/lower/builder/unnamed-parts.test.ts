import assert from "node:assert/strict";
import { it } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import { destructuredParameter, unnamedParts } from "../../../../src/checker/lower/builder/unnamed-parts.js";
import { NOTHING, type TypeFacts } from "../../../../src/checker/oracle/type-facts.js";
import { PAIR, TOKEN } from "../../support/named-oracle.js";

const LIST: TypeFacts = { ...NOTHING, ownership: "owned", container: true, member: () => TOKEN, name: "Token[]" };
const DEEP: TypeFacts = {
  ...NOTHING,
  ownership: "owned",
  members: ["pair", "t"],
  member: (name) => (name === "pair" ? PAIR : name === "t" ? TOKEN : NOTHING),
  name: "Deep",
};

/** The paths that the pattern of a function's only parameter leaves out, joined by dots. */
function left(parameter: string, facts: TypeFacts): string[] | undefined {
  const [statement] = parse(`function f(${parameter}) {}`, { range: true }).body;
  assert.ok(statement?.type === "FunctionDeclaration");
  const pattern = destructuredParameter(statement.params[0]!);
  return pattern === undefined ? undefined : unnamedParts(pattern, facts).map((path) => path.join("."));
}

it("what a pattern leaves out is owed by nobody else", () => {
  assert.deepEqual(left("{ a }", PAIR), ["b"]);
  assert.deepEqual(left("{ a, b }", PAIR), []);
  assert.deepEqual(left("{ 'a': x }", PAIR), ["b"]);
  assert.deepEqual(left("{}", PAIR), ["a", "b"]);
  assert.deepEqual(left("{ a } = make()", PAIR), ["b"]);
  assert.deepEqual(left("...[x]", LIST), ["*"]);
  assert.deepEqual(left("[x]", LIST), ["*"]);
});

it("a rest takes all that is left, in its own pattern", () => {
  assert.deepEqual(left("{ a, ...rest }", PAIR), []);
  assert.deepEqual(left("[x, ...rest]", LIST), []);
  assert.deepEqual(left("{ pair: { a }, ...rest }", DEEP), ["pair.b"]);
});

it("a key that is not known may name anything", () => {
  assert.deepEqual(left("{ [key]: x }", PAIR), []);
});

it("patterns in patterns leave out parts of parts", () => {
  assert.deepEqual(left("{ pair: { b }, t }", DEEP), ["pair.a"]);
  assert.deepEqual(left("{ pair: { b } = none }", DEEP), ["t", "pair.a"]);
  assert.deepEqual(left("{ t: { id } }", DEEP), ["pair"]);
});

it("a parameter that is a name is none", () => {
  assert.equal(left("pair", PAIR), undefined);
  assert.equal(left("pair = make()", PAIR), undefined);
});
