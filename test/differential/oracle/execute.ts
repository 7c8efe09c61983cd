import { capturesOf, type Capture } from "../language/captures.js";
import type { Block, Statement } from "../language/statement.js";
import type { Subject } from "../language/subject.js";
import { blocksOf } from "../language/uses.js";
import { variablesOf } from "../language/variables-of.js";
import { Exits } from "./exits.js";
import { Findings } from "./findings.js";
import { borrow, call, decide, each, evaluate, move, put, refer, run, touching, use, type Machine } from "./machine.js";
import { Nodes } from "./nodes.js";
import { mergeLoans, Store, Stores } from "./store.js";
import { TooManyPaths, type Verdict } from "./verdict.js";

/** More different stores than this at once, and the function is left out. */
const storeLimit = 3_000;

function closureBodies(block: Block): readonly (Statement & { readonly body: Block })[] {
  return block.flatMap((statement) => [
    ...(statement.kind === "let-closure" || statement.kind === "pass-new-closure" ? [statement] : []),
    ...blocksOf(statement).flatMap(closureBodies),
  ]);
}

/** Runs every path of one function; a path's loops run until no iteration brings a new store. */
class Execution implements Machine {
  readonly variables;
  readonly nodes;
  readonly findings;
  readonly #captures = new Map<Statement, readonly Capture[]>();
  readonly #consuming = new Set<string>();
  line = 0;
  exits = new Exits();

  constructor(subject: Subject, lineOf: ReadonlyMap<Statement, number>) {
    this.variables = variablesOf(subject);
    for (const closure of closureBodies(subject.body)) {
      const captures = capturesOf(closure.body, this.variables);
      this.#captures.set(closure, captures);
      if (closure.kind === "let-closure" && captures.some(({ by }) => by === "value"))
        this.#consuming.add(closure.name);
    }
    this.nodes = new Nodes(this.variables, this.#consuming);
    this.findings = new Findings(lineOf);
    const empty = new Store(".".repeat(this.nodes.all.length), new Map(), [], []);
    for (const closure of closureBodies(subject.body))
      this.#runClosure(closure.body, this.#captures.get(closure) ?? [], empty);
    const parameters = subject.parameters.filter(({ by }) => by === "value").map(({ name }) => name);
    const entry = empty.set(
      this.nodes.all.filter(({ root }) => parameters.includes(root)).map(({ index }) => index),
      "i",
    );
    this.exits = new Exits();
    this.#block(
      subject.body,
      new Stores([entry]),
      this.nodes.all.filter(({ root }) => parameters.includes(root)).map(({ index }) => index),
    );
    this.#findUnreached(subject.body);
  }

  /** rustc finds E0525 by types, on paths that nothing takes too. */
  #findUnreached(block: Block): void {
    for (const statement of block) {
      const wrong = statement.kind === "pass-closure" && statement.to === "many" && this.#consuming.has(statement.name);
      const line = this.findings.line(statement);
      if (wrong && !this.findings.has("E0525", line)) this.findings.violation("unreached E0525", line);
      blocksOf(statement).forEach((inner) => {
        this.#findUnreached(inner);
      });
    }
  }

  #runClosure(body: Block, captures: readonly Capture[], empty: Store): void {
    let entry = empty;
    const owned: number[] = [];
    for (const { by, place } of captures) {
      const node = this.nodes.of(place);
      if (!node) continue;
      entry = entry.set(node.subtree, "i");
      if (by === "value") owned.push(...node.subtree);
    }
    this.exits = new Exits();
    this.#block(body, new Stores([entry]), owned);
  }

  /** Runs a block; what it declares, and the given nodes, end with it on every way out. */
  #block(block: Block, entry: Stores, ending: readonly number[] = []): Stores {
    const outside = this.exits;
    this.exits = new Exits();
    let stores = entry;
    for (const statement of block) {
      if (stores.size === 0) break;
      if (stores.size > storeLimit) throw new TooManyPaths();
      this.line = this.findings.line(statement);
      stores = this.#statement(statement, stores);
    }
    const declared = new Set(
      block.flatMap((statement) => ("name" in statement && statement.kind.startsWith("let") ? [statement.name] : [])),
    );
    const nodes = [...ending, ...this.nodes.all.filter(({ root }) => declared.has(root)).map(({ index }) => index)];
    const last = block[block.length - 1];
    const endLine = last ? this.findings.line(last) : this.line;
    const leave = (leaving: Stores, statement?: Statement): Stores =>
      each(leaving, (store) =>
        this.#leave(store, nodes, declared, statement ? this.findings.line(statement) : endLine, statement),
      );
    for (const { stores: leaving, ...exit } of this.exits) outside.add(exit, leave(leaving, exit.statement));
    this.exits = outside;
    return leave(stores);
  }

  #leave(
    store: Store,
    nodes: readonly number[],
    declared: ReadonlySet<string>,
    line: number,
    statement: Statement | undefined,
  ): Store {
    this.#lose(store, nodes, line, statement);
    let after = nodes.length > 0 ? store.set(nodes, ".") : store;
    for (const name of declared) if (after.loans.has(name)) after = after.hold(name, []);
    return after;
  }

  /** Whatever the nodes still own is leaked. */
  #lose(store: Store, nodes: readonly number[], line: number, statement?: Statement): void {
    for (const index of nodes) {
      const node = this.nodes.all[index]!;
      const variable = this.variables.get(node.root);
      const content = store.at(index);
      if (!node.owed || (content !== "i" && content !== "t") || (variable?.kind === "value" && variable.using))
        continue;
      this.findings.leak({ root: node.root, path: [] }, line, content === "t", statement);
    }
  }

  #statement(statement: Statement, stores: Stores): Stores {
    switch (statement.kind) {
      case "let": {
        const node = this.nodes.of({ root: statement.name, path: [] });
        if (!node) throw new Error(`no node for ${statement.name}`);
        if (!statement.value) return each(stores, (store) => store.set(node.subtree, "u"));
        return each(evaluate(this, stores, statement.value), (store) => put(this, store, node));
      }
      case "let-reference":
        return each(this.#borrowed(statement, refer(this, stores, "#let", statement.value)), (store) =>
          store.hold(statement.name, store.loans.get("#let") ?? []).hold("#let", []),
        );
      case "let-closure": {
        const node = this.nodes.of({ root: statement.name, path: [] });
        return each(stores, (store) => {
          const after = this.#capture(store, statement, statement.name);
          return node ? after.set(node.subtree, "i") : after;
        });
      }
      case "assign": {
        const node = this.nodes.of(statement.place);
        if (!node) throw new Error(`assignment to ${statement.place.root}`);
        return each(evaluate(this, stores, statement.value), (store) => {
          for (let around = node.parent; around; around = around.parent) {
            if (store.at(around.index) === "m") this.findings.violation("E0382", this.line, statement.place);
            if (store.at(around.index) === "u") this.findings.violation("E0381", this.line, statement.place);
          }
          const content = store.at(node.index);
          const root = this.variables.get(node.root);
          const disposed = root?.kind === "value" && root.using === true;
          if (!node.owed && !disposed && node.children.length === 0 && (content === "i" || content === "t"))
            this.findings.leak(statement.place, this.line, content === "t", statement);
          this.#lose(store, node.subtree, this.line, statement);
          return put(this, store.invalidate(touching(node), -this.line), node);
        });
      }
      case "call":
        return run(this, stores, statement.arguments);
      case "discard": {
        const after = evaluate(this, stores, statement.value);
        this.findings.leak(undefined, this.line, false, statement);
        return each(after, (store) => store.evaluated([]).settle(1));
      }
      case "test": {
        const { yes, no } = decide(this, stores, statement.condition);
        return new Stores([...yes, ...no]);
      }
      case "call-closure":
      case "pass-closure": {
        const consuming = this.#consuming.has(statement.name);
        if (consuming && statement.kind === "pass-closure" && statement.to === "many")
          this.findings.violation("E0525", this.line);
        const after = each(stores, (store) => {
          use(this, store, statement.name);
          return consuming ? move(this, store, { root: statement.name, path: [] }) : store;
        });
        return call(this, after);
      }
      case "pass-new-closure": {
        const after = each(stores, (store) => this.#capture(store, statement, "#new").hold("#new", []));
        return call(this, after);
      }
      case "if": {
        const { yes, no } = decide(this, stores, statement.condition);
        return new Stores([
          ...this.#block(statement.then, yes),
          ...(statement.otherwise ? this.#block(statement.otherwise, no) : no),
        ]);
      }
      case "while":
      case "loop":
        return this.#loop(statement, stores);
      case "match": {
        const after = call(this, stores);
        return new Stores(statement.arms.flatMap((arm) => [...this.#block(arm, after)]));
      }
      case "block":
        return this.#labelled(statement, stores);
      case "break":
      case "continue":
        this.exits.add({ kind: statement.kind, label: statement.label, statement }, stores);
        return new Stores();
      case "return": {
        this.#returned(statement, stores);
        const after = statement.value
          ? each(evaluate(this, stores, statement.value), (store) => store.evaluated([]).settle(1))
          : stores;
        this.exits.add({ kind: "return", statement }, after);
        return new Stores();
      }
      case "try":
        return this.#try(statement, stores);
      case "throw":
        this.exits.add({ kind: "throw", statement }, stores);
        return new Stores();
    }
  }

  /** In TypeScript a borrow of a value is a call, `borrow_Token(x)`, and calls may throw. */
  #borrowed({ value }: Extract<Statement, { kind: "let-reference" }>, stores: Stores): Stores {
    return value.kind === "borrow" && this.nodes.of(value.place) ? call(this, stores) : stores;
  }

  /** What `using` holds is disposed of before the caller gets it: in Rust terms, a borrow that outlives its owner. */
  #returned({ value }: Extract<Statement, { kind: "return" }>, stores: Stores): void {
    const root = value?.kind === "move" ? this.variables.get(value.place.root) : undefined;
    if (stores.size > 0 && root?.kind === "value" && root.using) this.findings.violation("E0505", this.line);
  }

  #capture(store: Store, closure: Statement, holder: string): Store {
    let after = store.hold(holder, []);
    for (const { by, place } of this.#captures.get(closure) ?? []) {
      if (by === "value") {
        after = move(this, after, place);
        continue;
      }
      after = borrow(this, after, "#capture", place);
      const loans = mergeLoans(after.loans.get(holder) ?? [], after.loans.get("#capture") ?? []);
      after = after.hold("#capture", []).hold(holder, loans);
    }
    // A capture by value may move what another one borrowed; making the closure uses both.
    use(this, after, holder);
    return after;
  }

  #labelled(statement: Extract<Statement, { kind: "block" }>, entry: Stores): Stores {
    const outside = this.exits;
    this.exits = new Exits();
    const after = new Stores(this.#block(statement.body, entry));
    for (const { stores, ...exit } of this.exits) {
      if (exit.label !== statement.label) outside.add(exit, stores);
      else after.addAll(stores);
    }
    this.exits = outside;
    return after;
  }

  #loop(statement: Extract<Statement, { kind: "while" | "loop" }>, entry: Stores): Stores {
    const after = new Stores();
    const seen = new Stores();
    let heads = entry;
    while (heads.size > 0) {
      const fresh = new Stores();
      for (const store of heads) if (seen.add(store)) fresh.add(store);
      if (seen.size > storeLimit) throw new TooManyPaths();
      this.line = this.findings.line(statement);
      let inside = fresh;
      if (statement.kind === "while") {
        const { yes, no } = decide(this, fresh, statement.condition);
        after.addAll(no);
        inside = yes;
      }
      const outside = this.exits;
      this.exits = new Exits();
      heads = new Stores(this.#block(statement.body, inside));
      for (const { stores, ...exit } of this.exits) {
        if (exit.label !== statement.label) outside.add(exit, stores);
        else (exit.kind === "break" ? after : heads).addAll(stores);
      }
      this.exits = outside;
    }
    return after;
  }

  #try(statement: Extract<Statement, { kind: "try" }>, entry: Stores): Stores {
    const outside = this.exits;
    const leaving = new Exits();
    this.exits = new Exits();
    const after = new Stores(this.#block(statement.body, entry));
    const caught = new Stores();
    for (const { stores, ...exit } of this.exits) {
      if (statement.handler && (exit.kind === "throw" || exit.kind === "call-threw")) caught.addAll(stores);
      else leaving.add(exit, stores);
    }
    if (statement.handler && caught.size > 0) {
      this.exits = leaving;
      after.addAll(this.#block(statement.handler, caught));
    }
    this.exits = outside;
    const { finalizer } = statement;
    if (!finalizer) {
      for (const { stores, ...exit } of leaving) outside.add(exit, stores);
      return after;
    }
    for (const { stores, ...exit } of leaving) outside.add(exit, this.#block(finalizer, stores));
    return this.#block(finalizer, after);
  }
}

/**
 * Runs every path of a function on an abstract store: the oracle that needs no rustc.
 *
 * It walks the tree of the program and never builds a graph, so that it shares no code and no idea with the checker.
 *
 * @param lineOf the line of each statement, from a printer
 * @throws {TooManyPaths} where the stores at one point are too many to enumerate
 */
export function execute(subject: Subject, lineOf: ReadonlyMap<Statement, number>): Verdict {
  return new Execution(subject, lineOf).findings.verdict();
}
