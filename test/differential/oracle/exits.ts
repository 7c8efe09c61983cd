import type { Statement } from "../language/statement.js";
import { Stores, type Store } from "./store.js";

/** A way to leave a block other than over its end, and the stores that take it. */
export interface Exit {
  readonly kind: "break" | "continue" | "return" | "throw" | "call-threw";
  readonly label?: string;
  /** The leaving statement; absent for a call that threw. */
  readonly statement?: Statement;
  readonly stores: Stores;
}

/** The exits of one block under execution. */
export class Exits {
  readonly #exits: Exit[] = [];

  /** Adds stores that leave in the same way as others may have. */
  add(exit: Omit<Exit, "stores">, stores: Iterable<Store>): void {
    let same = this.#exits.find(
      (each) => each.kind === exit.kind && each.label === exit.label && each.statement === exit.statement,
    );
    if (!same) {
      same = { ...exit, stores: new Stores() };
      this.#exits.push(same);
    }
    same.stores.addAll(stores);
  }

  [Symbol.iterator](): IterableIterator<Exit> {
    return this.#exits[Symbol.iterator]();
  }
}
