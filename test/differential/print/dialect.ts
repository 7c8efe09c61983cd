import type { Place } from "../language/place.js";
import type { Variable } from "../language/variable.js";
import type { Condition } from "../language/condition.js";
import type { Statement } from "../language/statement.js";
import type { Subject } from "../language/subject.js";

/** A statement that is neither a block nor holds one. */
export type SimpleStatement = Exclude<
  Statement,
  { readonly kind: "if" | "while" | "loop" | "match" | "block" | "try" | "let-closure" | "pass-new-closure" }
>;

/** What differs between the two languages; the skeleton of lines is the same by construction. */
export interface Dialect {
  /** `fn f0(x0: Token) {` */
  open(name: string, subject: Subject): string;
  condition(condition: Condition): string;
  simple(statement: SimpleStatement, breakables: readonly string[]): string;
  readonly ifHead: (condition: string) => string;
  readonly whileHead: (label: string, condition: string) => string;
  readonly loopHead: (label: string) => string;
  readonly blockHead: (label: string) => string;
  readonly matchHead: string;
  readonly armHead: (index: number, last: boolean) => string;
  readonly armEnd: (jumps: boolean) => string;
  /** The text around a closure's body: `let c = || {` and `};`. */
  closure(
    statement: Extract<Statement, { kind: "let-closure" | "pass-new-closure" }>,
  ): readonly [head: string, end: string];
}

/** How a call statement is written: a free function named after its parameters, or a method of its only argument. */
export function calleeOf(
  statement: Extract<Statement, { kind: "call" }>,
  variables: ReadonlyMap<string, Variable>,
): { readonly name: string; readonly receiver?: Place } {
  const [only] = statement.arguments;
  if (statement.method && statement.arguments.length === 1 && only?.type === "Token") {
    if (only.by === "reference" && only.value.kind === "borrow") return { name: "peek", receiver: only.value.place };
    if (only.by === "value" && only.value.kind === "move" && variables.get(only.value.place.root)?.kind === "value") {
      return { name: "done", receiver: only.value.place };
    }
  }
  return { name: statement.arguments.map(({ by, type }) => `${by === "value" ? "eat" : "look"}_${type}`).join("_") };
}
