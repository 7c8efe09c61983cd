import type { ConsumedBy, DropFlagged, State } from "../types/brand.js";
import type { Fresh } from "../types/state.js";
import { notSendOf } from "./uncloneable.js";
import { Position } from "./position.js";
import { GuardedRecord } from "./record.js";
import { stamp } from "./stamp.js";
import { wrapMethods } from "./wrap-methods.js";

type Type = abstract new () => object;

/** The consumers each base was made for. */
const consumers = new WeakMap<Type, readonly string[]>();
/** The classes whose methods are wrapped, and the last that was asked for, which most often is the next. */
const prepared = new WeakSet<Type>();
let latest: Type | undefined;
let notSend: object | undefined;

/** What `Guarded.consumedBy` makes: a base class that knows its consumers. */
export type GuardedBase<By extends string> = abstract new () => Guarded & { readonly [ConsumedBy]: By };

/**
 * The base of a class whose values must be consumed once.
 *
 * A value is live from its construction until a consumer runs: one of the methods named to `consumedBy`, or whatever
 * calls `consume(value)`. From then on its dispose does nothing, and a second consumer is refused with where it was made
 * and consumed. One that is collected while live is warned of, once; structured clone refuses it.
 *
 * A dispose method of the class runs only while the value is live, and may call a consumer itself.
 *
 * @example
 * import { Guarded } from "movecheck/guard";
 *
 * interface Client { query(sql: string): Promise<unknown> }
 *
 * export class Transaction extends Guarded.consumedBy("commit", "rollback") {
 *   readonly #client: Client;
 *   constructor(client: Client) {
 *     super();
 *     this.#client = client;
 *   }
 *   async commit(): Promise<void> {
 *     await this.#client.query("COMMIT");
 *   }
 *   async rollback(): Promise<void> {
 *     await this.#client.query("ROLLBACK");
 *   }
 *   async [Symbol.asyncDispose](): Promise<void> {
 *     await this.rollback();
 *   }
 * }
 */
export abstract class Guarded {
  declare [State]: Fresh;
  declare readonly [DropFlagged]: true;

  constructor() {
    const type = new.target;
    if (type !== latest) prepare(type);
    stamp(this, new GuardedRecord(type.name, Position.above(type)));
    (this as unknown as { _not_send: unknown })._not_send = notSend;
  }

  /**
   * A base whose named methods consume the value they are called on.
   *
   * They are ordinary methods of the class that extends it, async ones included; each is wrapped when the first value
   * is constructed. One that overrides another may call it with `super`.
   *
   * @throws MovecheckError when the first value is constructed: ERR_MOVECHECK_BAD_ARGUMENT for a name that is no method.
   */
  static consumedBy<By extends string>(...methods: readonly By[]): GuardedBase<By> {
    abstract class Base extends Guarded {
      declare readonly [ConsumedBy]: By;
    }
    consumers.set(Base, methods);
    return Base;
  }
}

/** Once a class: its consumers and dispose methods are wrapped where they are. */
function prepare(type: Type): void {
  if (!prepared.has(type)) {
    const names: string[] = [];
    for (let base: Type | null = type; base !== null; base = Object.getPrototypeOf(base) as Type | null) {
      names.push(...(consumers.get(base) ?? []));
    }
    wrapMethods(type.prototype as object, type.name, names, true);
    prepared.add(type);
  }
  latest = type;
  notSend = notSendOf(type.name);
}
