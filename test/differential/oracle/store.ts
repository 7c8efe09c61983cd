/**
 * What is in a node: `.` out of scope, `u` declared and never set, `i` a value that is owed, `t` one that is owed since
 * before a call threw, `e` what an illegal move left behind (a value for reading, owed by nobody), `m` moved away.
 */
export type Content = "." | "u" | "i" | "t" | "e" | "m";

/** A borrow that a reference holds: of which node, and the lines that moved it since. */
export interface Loan {
  readonly node: number;
  readonly movedAt: readonly number[];
}

/**
 * A value that is held while the rest of an expression is evaluated: the variable it was moved out of, `value` for one
 * that was made, `nothing` where the move was illegal and the owner keeps it.
 */
export type Pending = `from ${string}` | "value" | "nothing";

/** The abstract store at one point of one path. Immutable. */
export class Store {
  /** One {@link Content} a node. */
  readonly contents: string;
  /** By holder: a reference or closure variable, or a temporary (`#0`). */
  readonly loans: ReadonlyMap<string, readonly Loan[]>;
  /** Owned values of calls whose arguments are still being evaluated. */
  readonly pending: readonly Pending[];
  /** The parts of the last owned expression that came from where nothing can be moved out of: `""` for all of it, `"a"`. */
  readonly illegal: readonly string[];
  #key: string | undefined;

  constructor(
    contents: string,
    loans: ReadonlyMap<string, readonly Loan[]>,
    pending: readonly Pending[],
    illegal: readonly string[],
  ) {
    this.contents = contents;
    this.loans = loans;
    this.pending = pending;
    this.illegal = illegal;
  }

  /** Equal stores have equal keys. */
  get key(): string {
    this.#key ??= `${this.contents}[${this.pending.join()}]${this.illegal.map((part) => `!${part}`).join("")}${[
      ...this.loans,
    ]
      .map(
        ([holder, loans]) => `${holder}=${loans.map(({ node, movedAt }) => `${node}:${movedAt.join("+")}`).join(",")}`,
      )
      .sort()
      .join(";")}`;
    return this.#key;
  }

  /** What the node holds. */
  at(node: number): Content {
    return this.contents.charAt(node) as Content;
  }

  /** With the nodes set to one content. */
  set(nodes: readonly number[], content: Content): Store {
    const contents = this.contents.split("");
    for (const node of nodes) contents[node] = content;
    return new Store(contents.join(""), this.loans, this.pending, this.illegal);
  }

  /** With the holder's loans replaced; none removes the holder. */
  hold(holder: string, loans: readonly Loan[]): Store {
    const all = new Map(this.loans);
    all.delete(holder);
    if (loans.length > 0) all.set(holder, loans);
    return new Store(this.contents, all, this.pending, this.illegal);
  }

  /** With every loan of the nodes marked as moved at the line. */
  invalidate(nodes: ReadonlySet<number>, line: number): Store {
    if (this.loans.size === 0) return this;
    const all = new Map<string, readonly Loan[]>();
    for (const [holder, loans] of this.loans) {
      all.set(
        holder,
        loans.map((loan) =>
          nodes.has(loan.node) && !loan.movedAt.includes(line)
            ? { node: loan.node, movedAt: [...loan.movedAt, line].sort((a, b) => a - b) }
            : loan,
        ),
      );
    }
    return new Store(this.contents, all, this.pending, this.illegal);
  }

  /** After a call that threw: its temporaries are gone, and what is lost from now on is lost by the throw. */
  throwing(): Store {
    const loans = new Map([...this.loans].filter(([holder]) => !holder.startsWith("#")));
    return new Store(this.contents.replaceAll("i", "t"), loans, [], []);
  }

  /** After an owned expression. */
  evaluated(illegal: readonly string[]): Store {
    return this.illegal.length === 0 && illegal.length === 0
      ? this
      : new Store(this.contents, this.loans, this.pending, illegal);
  }

  /** With one more value held for a call. */
  hand(value: Pending): Store {
    return new Store(this.contents, this.loans, [...this.pending, value], this.illegal);
  }

  /** Without the last values held for a call. */
  settle(count: number): Store {
    return count === 0 ? this : new Store(this.contents, this.loans, this.pending.slice(0, -count), this.illegal);
  }
}

/** The loans of both, each once. */
export function mergeLoans(left: readonly Loan[], right: readonly Loan[]): readonly Loan[] {
  const byText = new Map([...left, ...right].map((loan) => [`${loan.node}:${loan.movedAt.join("+")}`, loan]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, loan]) => loan);
}

/** The different stores in which paths can be at one point. */
export class Stores {
  readonly #byKey = new Map<string, Store>();

  constructor(stores: Iterable<Store> = []) {
    for (const store of stores) this.add(store);
  }

  /** Adds a store; false where it was there already. */
  add(store: Store): boolean {
    if (this.#byKey.has(store.key)) return false;
    this.#byKey.set(store.key, store);
    return true;
  }

  addAll(stores: Iterable<Store>): void {
    for (const store of stores) this.add(store);
  }

  get size(): number {
    return this.#byKey.size;
  }

  [Symbol.iterator](): IterableIterator<Store> {
    return this.#byKey.values();
  }
}
