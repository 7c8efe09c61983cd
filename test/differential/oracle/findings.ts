import type { Place } from "../language/place.js";
import type { Statement } from "../language/statement.js";
import type { ErrorCode, Leak, Verdict, Violation } from "./verdict.js";

/** Collects violations and leaks, each once. */
export class Findings {
  readonly #violations = new Map<string, Violation>();
  readonly #leaks = new Map<string, Leak>();
  readonly #lineOf: ReadonlyMap<Statement, number>;
  readonly #statementAt = new Map<number, Statement>();

  constructor(lineOf: ReadonlyMap<Statement, number>) {
    this.#lineOf = lineOf;
    // An enclosing statement comes before what it holds: on a shared line the outermost, which can be deleted, wins.
    for (const [statement, line] of lineOf) if (!this.#statementAt.has(line)) this.#statementAt.set(line, statement);
  }

  line(statement: Statement): number {
    return this.#lineOf.get(statement) ?? 0;
  }

  violation(code: ErrorCode, line: number, place?: Place): void {
    const statement = this.#statementAt.get(line);
    if (!statement) throw new Error(`no statement on line ${line}`);
    this.#violations.set(`${code}:${line}:${place?.root ?? ""}`, {
      code,
      line,
      statement,
      ...(place ? { place } : {}),
    });
  }

  has(code: ErrorCode, line: number): boolean {
    return this.#violations.has(`${code}:${line}:`);
  }

  leak(place: Place | undefined, line: number, exceptional: boolean, statement?: Statement): void {
    const key = `${place?.root ?? ""}:${line}:${exceptional}:${statement ? this.line(statement) : ""}`;
    this.#leaks.set(key, { line, exceptional, ...(place ? { place } : {}), ...(statement ? { statement } : {}) });
  }

  verdict(): Verdict {
    return {
      violations: [...this.#violations.values()].sort((a, b) => a.line - b.line),
      leaks: [...this.#leaks.values()].sort((a, b) => a.line - b.line),
    };
  }
}
