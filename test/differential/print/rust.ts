import type { Expression } from "../language/expression.js";
import { ownedTypes } from "../language/owned-type.js";
import type { Place } from "../language/place.js";
import type { Subject } from "../language/subject.js";
import type { Variable } from "../language/variable.js";
import { variablesOf } from "../language/variables-of.js";
import { calleeOf, type Dialect } from "./dialect.js";
import { printLines, type Printed } from "./lines.js";
import { phrasesOf } from "./phrases.js";

/** The Rust that every file of printed functions starts with. */
export const rustPrelude: string = [
  "#![allow(warnings)]",
  "pub struct Token(u32);",
  "impl Drop for Token { fn drop(&mut self) {} }",
  "impl Token { fn peek(&self) {} fn done(self) {} }",
  "pub struct Pair { a: Token, b: Token }",
  "pub struct Nest { p: Pair, c: Token }",
  "pub struct Duo(Token, Token);",
  "pub struct Guard { t: Token }",
  "impl Drop for Guard { fn drop(&mut self) {} }",
  "fn new_Guard(t: Token) -> Guard { loop {} }",
  "fn cond() -> bool { true }",
  "fn pick() -> u32 { 0 }",
  "fn take(t: Token) -> bool { true }",
  "fn check(r: &Token) -> bool { true }",
  "fn once<F: FnOnce()>(f: F) {}",
  "fn many<F: Fn()>(f: F) {}",
  ...ownedTypes.flatMap((type) => [
    `fn make_${type}() -> ${type} { loop {} }`,
    `fn pass_${type}(v: ${type}) -> ${type} { v }`,
    `fn same_${type}(r: &${type}) -> &${type} { r }`,
    `fn either_${type}<'a>(r: &'a ${type}, s: &'a ${type}) -> &'a ${type} { r }`,
    `fn eat_${type}(v: ${type}) {}`,
    `fn look_${type}(r: &${type}) {}`,
    ...ownedTypes.flatMap((other) => [
      `fn eat_${type}_eat_${other}(v: ${type}, w: ${other}) {}`,
      `fn eat_${type}_look_${other}(v: ${type}, s: &${other}) {}`,
      `fn look_${type}_eat_${other}(r: &${type}, w: ${other}) {}`,
      `fn look_${type}_look_${other}(r: &${type}, s: &${other}) {}`,
    ]),
  ]),
].join("\n");

function placeText(place: Place): string {
  return [place.root, ...place.path].join(".");
}

function rustDialect(variables: ReadonlyMap<string, Variable>): Dialect {
  const expression = (value: Expression): string => {
    switch (value.kind) {
      case "make":
        return `make_${value.type}()`;
      case "move":
        // Through a reference to the value itself the move has to be spelled; a field is one already.
        return variables.get(value.place.root)?.kind === "reference" && value.place.path.length === 0
          ? `*${value.place.root}`
          : placeText(value.place);
      case "literal": {
        const [first = "", second = ""] = value.fields.map(expression);
        if (value.type === "Pair") return `Pair { a: ${first}, b: ${second} }`;
        if (value.type === "Nest") return `Nest { p: ${first}, c: ${second} }`;
        return value.type === "Duo" ? `Duo(${first}, ${second})` : `new_Guard(${first})`;
      }
      case "pass":
        return `pass_${value.type}(${expression(value.value)})`;
      case "conditional":
        return `if ${condition(value.condition)} { ${expression(value.then)} } else { ${expression(value.otherwise)} }`;
    }
  };
  const { reference, condition, argument } = phrasesOf({
    expression,
    borrow: (place) =>
      variables.get(place.root)?.kind === "reference" && place.path.length === 0 ? place.root : `&${placeText(place)}`,
  });
  return {
    open: (name, { parameters, returns }) =>
      `pub fn ${name}(${parameters.map((each) => `mut ${each.name}: ${each.by === "reference" ? "&" : ""}${each.type}`).join(", ")})${returns ? ` -> ${returns}` : ""} {`,
    condition,
    simple: (statement) => {
      switch (statement.kind) {
        case "let":
          return `let mut ${statement.name}${statement.value ? ` = ${expression(statement.value)}` : `: ${statement.type}`};`;
        case "let-reference":
          return `let ${statement.name} = ${reference(statement.value)};`;
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
          return `let _ = ${condition(statement.condition)};`;
        case "call-closure":
          return `${statement.name}();`;
        case "pass-closure":
          return `${statement.to}(${statement.name});`;
        case "break":
        case "continue":
          return `${statement.kind} '${statement.label};`;
        case "return":
          return statement.value ? `return ${expression(statement.value)};` : "return;";
        case "throw":
          throw new Error("Rust has no throw");
      }
    },
    ifHead: (text) => `if ${text} {`,
    whileHead: (label, text) => `'${label}: while ${text} {`,
    loopHead: (label) => `'${label}: loop {`,
    blockHead: (label) => `'${label}: {`,
    matchHead: "match pick() {",
    armHead: (index, last) => (last ? "_ => {" : `${index} => {`),
    armEnd: () => "}",
    closure: (statement) =>
      statement.kind === "let-closure" ? [`let ${statement.name} = || {`, "};"] : [`${statement.to}(|| {`, "});"],
  };
}

/** Prints a function as Rust; call {@link rustPrelude} once a file. */
export function printRust(name: string, subject: Subject): Printed {
  return printLines(name, subject, rustDialect(variablesOf(subject)));
}
