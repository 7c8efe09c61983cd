import type { Block, Statement } from "../language/statement.js";
import type { Subject } from "../language/subject.js";
import type { Dialect, SimpleStatement } from "./dialect.js";

/** A printed function: its lines, and the line of each statement, 1 being the function's head. */
export interface Printed {
  readonly lines: readonly string[];
  readonly lineOf: ReadonlyMap<Statement, number>;
}

function isSimple(statement: Statement): statement is SimpleStatement {
  return !["if", "while", "loop", "match", "block", "try", "let-closure", "pass-new-closure"].includes(statement.kind);
}

/** Prints a function; both dialects put each statement on the same line. */
export function printLines(name: string, subject: Subject, dialect: Dialect): Printed {
  const lines: string[] = [dialect.open(name, subject)];
  const lineOf = new Map<Statement, number>();
  let depth = 1;
  const put = (text: string): void => {
    lines.push("  ".repeat(depth) + text);
  };
  const block = (body: Block, breakables: readonly string[]): void => {
    depth++;
    for (const statement of body) print(statement, breakables);
    depth--;
  };
  const closure = (statement: Extract<Statement, { kind: "let-closure" | "pass-new-closure" }>): void => {
    const [head, end] = dialect.closure(statement);
    const [only, ...more] = statement.body;
    if (more.length === 0 && (!only || isSimple(only))) {
      if (only) lineOf.set(only, lines.length + 1);
      put(`${head}${only ? ` ${dialect.simple(only, [])} ` : ""}${end}`);
      return;
    }
    put(head);
    block(statement.body, []);
    put(end);
  };
  const print = (statement: Statement, breakables: readonly string[]): void => {
    lineOf.set(statement, lines.length + 1);
    switch (statement.kind) {
      case "if":
        put(dialect.ifHead(dialect.condition(statement.condition)));
        block(statement.then, breakables);
        if (statement.otherwise) {
          put("} else {");
          block(statement.otherwise, breakables);
        }
        put("}");
        return;
      case "while":
        put(dialect.whileHead(statement.label, dialect.condition(statement.condition)));
        block(statement.body, [...breakables, statement.label]);
        put("}");
        return;
      case "loop":
        put(dialect.loopHead(statement.label));
        block(statement.body, [...breakables, statement.label]);
        put("}");
        return;
      case "block":
        put(dialect.blockHead(statement.label));
        block(statement.body, breakables);
        put("}");
        return;
      case "match":
        put(dialect.matchHead);
        statement.arms.forEach((arm, at) => {
          put(dialect.armHead(at, at === statement.arms.length - 1));
          block(arm, [...breakables, "match"]);
          const last = arm[arm.length - 1]?.kind;
          put(dialect.armEnd(last === "break" || last === "continue" || last === "return" || last === "throw"));
        });
        put("}");
        return;
      case "try":
        put("try {");
        block(statement.body, breakables);
        if (statement.handler) {
          put("} catch {");
          block(statement.handler, breakables);
        }
        if (statement.finalizer) {
          put("} finally {");
          block(statement.finalizer, breakables);
        }
        put("}");
        return;
      case "let-closure":
      case "pass-new-closure":
        closure(statement);
        return;
      case "let":
      case "let-reference":
      case "assign":
      case "call":
      case "discard":
      case "test":
      case "call-closure":
      case "pass-closure":
      case "break":
      case "continue":
      case "return":
      case "throw":
        put(dialect.simple(statement, breakables));
    }
  };
  depth = 0;
  block(subject.body, []);
  lines.push("}");
  return { lines, lineOf };
}
