import type { Condition } from "../language/condition.js";
import type { Argument, Expression, ReferenceExpression } from "../language/expression.js";
import { fieldsOf, ownedTypes, pathsIn, typeAt, type OwnedType } from "../language/owned-type.js";
import type { Place } from "../language/place.js";
import type { Block, Statement } from "../language/statement.js";
import type { Parameter, Subject } from "../language/subject.js";
import type { Variable } from "../language/variable.js";
import type { Random } from "../random.js";

/** What a function may contain. */
export interface Features {
  readonly closures: boolean;
  /** `try`, `throw` and `using`: what Rust can't say, or says otherwise. */
  readonly exceptions: boolean;
}

type StatementKind = Exclude<Statement["kind"], "break" | "continue" | "return"> | "jump";

/** Draws one function. It need not be well formed: pruning follows. */
export class Draft {
  readonly #random: Random;
  readonly #features: Features;
  readonly #scopes: Variable[][] = [];
  readonly #labels: { readonly label: string; readonly loop: boolean }[] = [];
  /** Places moved lately: what a misuse needs again. */
  readonly #moved: Place[] = [];
  /** How gladly a moved place is used again. */
  readonly #daring: number;
  #names = 0;
  #budget: number;
  #returns: OwnedType | undefined;
  #inClosure = false;

  constructor(random: Random, features: Features) {
    this.#random = random;
    this.#features = features;
    this.#daring = random.pick([0.15, 0.4, 0.7]);
    this.#budget = 5 + random.int(random.pick([8, 14, 22]));
  }

  subject(): Subject {
    const random = this.#random;
    const parameters = Array.from({ length: random.int(4) }, (): Parameter => {
      const by = random.chance(0.75) ? "value" : "reference";
      return { name: this.#name(by === "value" ? "x" : "r"), by, type: this.#type() };
    });
    this.#scopes.push(parameters.map(({ name, by, type }) => ({ kind: by, name, type })));
    this.#returns = random.chance(0.3) ? this.#type() : undefined;
    const body = this.#block(0);
    const returns = this.#returns;
    if (returns === undefined) return { parameters, body };
    return { parameters, returns, body: [...body, { kind: "return", value: this.#expression(returns, 0) }] };
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  #type(): OwnedType {
    return this.#random.weighted({ Token: 10, Pair: 4, Nest: 2, Duo: 1, Guard: 1 });
  }

  get #visible(): readonly Variable[] {
    return this.#scopes.flat();
  }

  #block(depth: number): Block {
    this.#scopes.push([]);
    const statements: Statement[] = [];
    const length = 1 + this.#random.int(depth === 0 ? 20 : 4);
    for (let at = 0; at < length && this.#budget > 0; at++) {
      this.#budget--;
      const statement = this.#statement(depth);
      if (!statement) continue;
      statements.push(statement);
      const jumps =
        statement.kind === "break" ||
        statement.kind === "continue" ||
        statement.kind === "return" ||
        statement.kind === "throw";
      if (jumps && !this.#random.chance(0.05)) break;
    }
    this.#scopes.pop();
    return statements;
  }

  #statement(depth: number): Statement | undefined {
    const random = this.#random;
    const nest = depth < 3 ? 1 : 0;
    const closures = this.#features.closures && !this.#inClosure ? 1 : 0;
    const exceptions = this.#features.exceptions ? 1 : 0;
    const kind = random.weighted<StatementKind>({
      let: this.#visible.length < 3 ? 14 : 5,
      "let-reference": 4,
      assign: 5,
      call: 14,
      discard: 0.3,
      test: 1,
      if: 4 * nest,
      while: 1.5 * nest,
      loop: 1.2 * nest,
      match: 1 * nest,
      block: 0.6 * nest,
      jump: depth === 0 ? 0.2 : 3,
      "let-closure": 2.5 * closures,
      "call-closure": 2.5 * closures,
      "pass-closure": 2 * closures,
      "pass-new-closure": 1.2 * closures,
      try: 3 * exceptions * nest,
      throw: 0.4 * exceptions,
    });
    switch (kind) {
      case "let":
        return this.#let();
      case "let-reference": {
        const type = this.#type();
        const value = this.#reference(type, 0);
        if (!value) return undefined;
        const name = this.#name("r");
        this.#declare({ kind: "reference", name, type });
        return { kind, name, type, value };
      }
      case "let-closure": {
        const body = this.#closure(depth);
        const name = this.#name("c");
        this.#declare({ kind: "closure", name });
        return { kind, name, body };
      }
      case "assign": {
        const place = this.#place(undefined, "value", true);
        const type = place && this.#typeOf(place);
        return type && { kind, place, value: this.#expression(type, 0) };
      }
      case "call": {
        const args = Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => this.#argument()).filter(
          (each) => each !== undefined,
        );
        return args.length > 0 ? { kind, arguments: args, ...(random.chance(0.3) ? { method: true } : {}) } : undefined;
      }
      case "discard": {
        const type = this.#type();
        return {
          kind,
          value: random.chance(0.5) ? { kind: "make", type } : { kind: "pass", type, value: this.#expression(type, 1) },
        };
      }
      case "test":
        return { kind, condition: this.#condition(1) };
      case "call-closure":
      case "pass-closure": {
        const closures = this.#visible.filter((variable) => variable.kind === "closure");
        if (closures.length === 0) return undefined;
        const { name } = random.pick(closures);
        return kind === "call-closure" ? { kind, name } : { kind, to: random.chance(0.6) ? "once" : "many", name };
      }
      case "pass-new-closure":
        return { kind, to: random.chance(0.7) ? "once" : "many", body: this.#closure(depth) };
      case "if": {
        const condition = this.#condition(0);
        const then = this.#block(depth + 1);
        return { kind, condition, then, ...(random.chance(0.5) ? { otherwise: this.#block(depth + 1) } : {}) };
      }
      case "while":
      case "loop":
      case "block": {
        const label = this.#name("l");
        const condition = kind === "while" ? this.#condition(0) : undefined;
        this.#labels.push({ label, loop: kind !== "block" });
        const body = this.#block(depth + 1);
        this.#labels.pop();
        if (condition) return { kind: "while", label, condition, body };
        if (kind === "block") return { kind, label, body };
        // Most endless loops have a way out.
        const exit: Statement = { kind: "if", condition: this.#condition(1), then: [{ kind: "break", label }] };
        const at = random.int(body.length + 1);
        return {
          kind: "loop",
          label,
          body: random.chance(0.8) ? [...body.slice(0, at), exit, ...body.slice(at)] : body,
        };
      }
      case "match":
        return { kind, arms: Array.from({ length: 1 + random.int(3) }, () => this.#block(depth + 1)) };
      case "jump":
        return this.#jump();
      case "try": {
        const body = this.#block(depth + 1);
        const handler = random.chance(0.75) ? this.#block(depth + 1) : undefined;
        const finalizer = !handler || random.chance(0.3) ? this.#block(3) : undefined;
        return { kind, body, ...(handler ? { handler } : {}), ...(finalizer ? { finalizer } : {}) };
      }
      case "throw":
        return { kind };
    }
  }

  #declare(variable: Variable): void {
    this.#scopes[this.#scopes.length - 1]!.push(variable);
  }

  #let(): Statement {
    const type = this.#type();
    const name = this.#name("x");
    if (this.#features.exceptions && (type === "Token" || type === "Guard") && this.#random.chance(0.25)) {
      this.#declare({ kind: "value", name, type, using: true });
      return { kind: "let", name, type, value: { kind: "make", type }, using: true };
    }
    const value = this.#random.chance(0.07) ? undefined : this.#expression(type, 0);
    this.#declare({ kind: "value", name, type });
    return { kind: "let", name, type, ...(value ? { value } : {}) };
  }

  #closure(depth: number): Block {
    const labels = this.#labels.splice(0);
    this.#inClosure = true;
    const budget = this.#budget;
    this.#budget = Math.min(budget, this.#random.pick([1, 1, 1, 2, 4]));
    const body = this.#block(Math.max(depth, 1) + 1);
    this.#budget = budget;
    this.#inClosure = false;
    this.#labels.push(...labels);
    return body;
  }

  #jump(): Statement | undefined {
    const random = this.#random;
    if (this.#labels.length === 0 || random.chance(0.3)) {
      return this.#returns === undefined || this.#inClosure
        ? { kind: "return" }
        : { kind: "return", value: this.#expression(this.#returns, 0) };
    }
    const { label, loop } = random.chance(0.7) ? this.#labels[this.#labels.length - 1]! : random.pick(this.#labels);
    return { kind: loop && random.chance(0.4) ? "continue" : "break", label };
  }

  #typeOf(place: Place): OwnedType | undefined {
    const root = this.#visible.find(({ name }) => name === place.root);
    return root && root.kind !== "closure" ? typeAt(root.type, place.path) : undefined;
  }

  /** A visible place of the type; places moved lately are drawn more or less often than chance would. */
  #place(type: OwnedType | undefined, root: "value" | "any", assigned = false): Place | undefined {
    const random = this.#random;
    const places = this.#visible.flatMap((variable) =>
      variable.kind === "value" || (root === "any" && variable.kind === "reference")
        ? pathsIn(variable.type)
            .filter((path) => type === undefined || typeAt(variable.type, path) === type)
            .map((path): Place => ({ root: variable.name, path }))
        : [],
    );
    if (places.length === 0) return undefined;
    const hot = places.filter((place) => this.#moved.some((moved) => moved.root === place.root));
    if (hot.length > 0 && (assigned ? random.chance(0.6) : random.chance(this.#daring))) return random.pick(hot);
    const cold = places.filter((place) => !hot.includes(place));
    return random.pick(cold.length > 0 && !assigned && !random.chance(this.#daring) ? cold : places);
  }

  #move(type: OwnedType): Expression {
    const place = this.#place(type, this.#random.chance(0.06) ? "any" : "value");
    if (!place) return { kind: "make", type };
    this.#moved.push(place);
    if (this.#moved.length > 6) this.#moved.shift();
    return { kind: "move", place };
  }

  #expression(type: OwnedType, depth: number): Expression {
    const random = this.#random;
    const kind = random.weighted({
      make: depth === 0 ? 5 : 2,
      move: 6,
      literal: fieldsOf[type].length > 0 && depth < 2 ? 4 : 0,
      pass: depth < 2 ? 0.8 : 0,
      conditional: depth < 1 ? 0.6 : 0,
    });
    switch (kind) {
      case "make":
        return { kind, type };
      case "move":
        return this.#move(type);
      case "literal":
        return { kind, type, fields: fieldsOf[type].map((field) => this.#expression(field.type, depth + 1)) };
      case "pass":
        return { kind, type, value: this.#expression(type, depth + 1) };
      case "conditional":
        return {
          kind,
          condition: this.#condition(1),
          then: this.#expression(type, depth + 1),
          otherwise: this.#expression(type, depth + 1),
        };
    }
  }

  #reference(type: OwnedType, depth: number): ReferenceExpression | undefined {
    const random = this.#random;
    const kind = random.weighted({ borrow: 10, same: depth < 2 ? 1 : 0, either: depth < 1 ? 1 : 0 });
    if (kind === "same") {
      const value = this.#reference(type, depth + 1);
      return value && { kind, type, value };
    }
    if (kind === "either") {
      const left = this.#reference(type, depth + 1);
      const right = this.#reference(type, depth + 1);
      return left && right ? { kind, type, left, right } : undefined;
    }
    const references = this.#visible.filter((variable) => variable.kind === "reference" && variable.type === type);
    if (references.length > 0 && random.chance(0.5))
      return { kind: "borrow", place: { root: random.pick(references).name, path: [] } };
    const place = this.#place(type, "any");
    return place && { kind: "borrow", place };
  }

  #argument(): Argument | undefined {
    const random = this.#random;
    // Types that something visible has, so that calls meet variables.
    const seen = this.#visible.flatMap((variable) => (variable.kind === "closure" ? [] : [variable.type]));
    const type =
      seen.length > 0 && random.chance(0.7)
        ? random.pick(seen)
        : random.chance(0.6)
          ? "Token"
          : random.pick(ownedTypes);
    if (random.chance(0.55))
      return { by: "value", type, value: random.chance(0.85) ? this.#move(type) : this.#expression(type, 1) };
    const value = this.#reference(type, 0);
    return value && { by: "reference", type, value };
  }

  #condition(depth: number): Condition {
    const random = this.#random;
    const nest = depth < 2 ? 1 : 0;
    const kind = random.weighted({ opaque: 12, not: 0.7 * nest, and: 1 * nest, or: 1 * nest, take: 1, look: 1 });
    switch (kind) {
      case "opaque":
        return { kind };
      case "not":
        return { kind, value: this.#condition(depth + 1) };
      case "and":
      case "or":
        return { kind, left: this.#condition(depth + 1), right: this.#condition(depth + 1) };
      case "take":
        return { kind, value: this.#move("Token") };
      case "look": {
        const value = this.#reference("Token", 1);
        return value ? { kind, value } : { kind: "opaque" };
      }
    }
  }
}
