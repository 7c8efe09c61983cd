import type { Expression } from "../language/expression.js";
import { ownedTypes } from "../language/owned-type.js";
import type { Place } from "../language/place.js";
import type { Subject } from "../language/subject.js";
import type { Variable } from "../language/variable.js";
import { usesOfBlock } from "../language/uses.js";
import { variablesOf } from "../language/variables-of.js";
import { calleeOf, type Dialect } from "./dialect.js";
import { printLines, type Printed } from "./lines.js";
import { phrasesOf } from "./phrases.js";

/** The TypeScript that every file of printed functions starts with. */
export const typescriptPrelude: string = [
  'import type { Consume, Linear, Live, Once, Ref } from "movecheck";',
  "export interface Token extends Linear, Disposable { readonly id: number; peek(): void; done(this: Live<Token>): void }",
  "export interface Pair { a: Token; b: Token }",
  "export interface Nest { p: Pair; c: Token }",
  "export type Duo = [Token, Token];",
  "export interface Guard extends Linear, Disposable { t: Token }",
  "declare function new_Guard(t: Token): Guard;",
  "declare function cond(): boolean;",
  "declare function pick(): number;",
  "declare function take(t: Token): boolean;",
  "declare function check(r: Ref<Token>): boolean;",
  "declare function once(f: Once<() => void>): void;",
  "declare function many(f: () => void): void;",
  ...ownedTypes.flatMap((type) => [
    `declare function make_${type}(): ${type};`,
    `declare function pass_${type}(v: ${type}): ${type};`,
    `declare function borrow_${type}(r: Ref<${type}>): Ref<${type}>;`,
    `declare function same_${type}(r: Ref<${type}>): Ref<${type}>;`,
    `declare function either_${type}(r: Ref<${type}>, s: Ref<${type}>): Ref<${type}>;`,
    // One of the types is consumed by an assertion, the others by a plain by-value parameter.
    type === "Token"
      ? `declare const eat_Token: Consume<Token, "eat_Token">;`
      : `declare function eat_${type}(v: ${type}): void;`,
    `declare function look_${type}(r: Ref<${type}>): void;`,
    ...ownedTypes.flatMap((other) => [
      `declare function eat_${type}_eat_${other}(v: ${type}, w: ${other}): void;`,
      `declare function eat_${type}_look_${other}(v: ${type}, s: Ref<${other}>): void;`,
      `declare function look_${type}_eat_${other}(r: Ref<${type}>, w: ${other}): void;`,
      `declare function look_${type}_look_${other}(r: Ref<${type}>, s: Ref<${other}>): void;`,
    ]),
  ]),
].join("\n");

function placeText(place: Place): string {
  return place.path.reduce((text, name) => (/^\d/.test(name) ? `${text}[${name}]` : `${text}.${name}`), place.root);
}

function typescriptDialect(variables: ReadonlyMap<string, Variable>, assigned: ReadonlySet<string>): Dialect {
  const expression = (value: Expression): string => {
    switch (value.kind) {
      case "make":
        return `make_${value.type}()`;
      case "move":
        return placeText(value.place);
      case "literal": {
        const [first = "", second = ""] = value.fields.map(expression);
        if (value.type === "Pair") return `{ a: ${first}, b: ${second} }`;
        if (value.type === "Nest") return `{ p: ${first}, c: ${second} }`;
        return value.type === "Duo" ? `[${first}, ${second}]` : `new_Guard(${first})`;
      }
      case "pass":
        return `pass_${value.type}(${expression(value.value)})`;
      case "conditional":
        return `(${condition(value.condition)} ? ${expression(value.then)} : ${expression(value.otherwise)})`;
    }
  };
  const { reference, condition, argument } = phrasesOf({ expression, borrow: placeText });
  return {
    open: (name, { parameters, returns }) =>
      `export function ${name}(${parameters.map((each) => `${each.name}: ${each.by === "reference" ? `Ref<${each.type}>` : each.type}`).join(", ")}): ${returns ?? "void"} {`,
    condition,
    simple: (statement, breakables) => {
      switch (statement.kind) {
        case "let": {
          const keyword = statement.using
            ? "using"
            : !statement.value || assigned.has(statement.name)
              ? "let"
              : "const";
          const type = statement.value?.kind === "make" ? "" : `: ${statement.type}`;
          return `${keyword} ${statement.name}${type}${statement.value ? ` = ${expression(statement.value)}` : ""};`;
        }
        case "let-reference": {
          const borrows =
            statement.value.kind === "borrow" && variables.get(statement.value.place.root)?.kind === "value";
          const text = reference(statement.value);
          return `const ${statement.name}: Ref<${statement.type}> = ${borrows ? `borrow_${statement.type}(${text})` : text};`;
        }
        case "assign":
          return `${placeText(statement.place)} = ${expression(statement.value)};`;
        case "call": {
          const called = calleeOf(statement, variables);
          return called.receiver
            ? `${placeText(called.receiver)}.${called.name}();`
            : `${called.name}(${statement.arguments.map(argument).join(", ")});`;
        }
        case "discard":
          return `${expression(statement.value)};`;
        case "test":
          return `${condition(statement.condition)};`;
        case "call-closure":
          return `${statement.name}();`;
        case "pass-closure":
          return `${statement.to}(${statement.name});`;
        case "break":
        case "continue":
          // Without a label where the innermost statement that can be left is meant.
          return breakables[breakables.length - 1] === statement.label
            ? `${statement.kind};`
            : `${statement.kind} ${statement.label};`;
        case "return":
          return statement.value ? `return ${expression(statement.value)};` : "return;";
        case "throw":
          return "throw new Error();";
      }
    },
    ifHead: (text) => `if (${text}) {`,
    whileHead: (label, text) => `${label}: while (${text}) {`,
    loopHead: (label) => `${label}: while (true) {`,
    blockHead: (label) => `${label}: {`,
    matchHead: "switch (pick()) {",
    armHead: (index, last) => (last ? "default: {" : `case ${index}: {`),
    armEnd: (jumps) => (jumps ? "}" : "break; }"),
    closure: (statement) =>
      statement.kind === "let-closure"
        ? [`const ${statement.name} = (): void => {`, "};"]
        : [`${statement.to}((): void => {`, "});"],
  };
}

/** Prints a function as TypeScript; call {@link typescriptPrelude} once a file. */
export function printTypescript(name: string, subject: Subject): Printed {
  const assigned = new Set(
    usesOfBlock(subject.body)
      .filter(({ how, place }) => how === "assign" && place.path.length === 0)
      .map(({ place }) => place.root),
  );
  return printLines(name, subject, typescriptDialect(variablesOf(subject), assigned));
}
