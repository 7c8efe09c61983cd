import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { serialize } from "node:v8";
import { consume, Guarded } from "../../src/guard/index.js";
import { line, refusal, warnings } from "../fd/refusal.js";
import { collectUntil, withoutCollector } from "../support/collect.js";

/** What a transaction did, in order. */
type Log = string[];

class Transaction<Row = string> extends Guarded.consumedBy("commit", "rollback") {
  readonly #log: Log;

  constructor(log: Log) {
    super();
    this.#log = log;
  }

  query(sql: string): Row[] {
    this.#log.push(sql);
    return [];
  }

  async commit(): Promise<void> {
    this.#log.push("COMMIT");
    await wait(0);
  }

  async rollback(): Promise<void> {
    this.#log.push("ROLLBACK");
    await wait(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rollback();
  }
}

/** As untyped code sees it: misuse on purpose, which the checker can't follow. */
interface Untyped {
  commit(): Promise<void>;
  rollback(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
const make = (log: Log, type: new (log: Log) => object = Transaction): Untyped => construct(type, log) as Untyped;

/** Its constructor as untyped code calls it. */
function construct(type: new (...args: never[]) => object, ...args: unknown[]): unknown {
  return Reflect.construct(type, args);
}

void describe("a class that extends Guarded.consumedBy(...)", () => {
  void it("commit then dispose runs no rollback", async () => {
    const log: Log = [];
    {
      await using tx = make(log);
      await tx.commit();
    }
    assert.deepEqual(log, ["COMMIT"]);
  });

  void it("disposed of while live, it does what its dispose says, which may call a consumer", async () => {
    const log: Log = [];
    {
      await using _tx = make(log);
    }
    assert.deepEqual(log, ["ROLLBACK"]);
  });

  void it("a second dispose does nothing", async () => {
    const log: Log = [];
    const tx = make(log);
    await tx[Symbol.asyncDispose]();
    await tx[Symbol.asyncDispose]();
    assert.deepEqual(log, ["ROLLBACK"]);
  });

  for (const first of ["commit", "rollback"] as const) {
    for (const second of ["commit", "rollback"] as const) {
      void it(`${second} after ${first} is refused before it does anything, with where it was made and consumed`, async () => {
        const log: Log = [];
        const made = line(import.meta.url, 1);
        const tx = make(log);
        const consumed = line(import.meta.url, 1);
        await tx[first]();
        const before = [...log];
        const error = refusal(
          "ERR_MOVECHECK_MOVED",
          () => void tx[second](),
          new RegExp(`^${second}\\(\\): use of moved value: \`Transaction\` was consumed by ${first}\\(\\)\\n`),
          /\n {2}made here: .*guarded\.test\.ts:\d+:\d+\n {2}value moved here: .*guarded\.test\.ts:\d+:\d+$/,
        );
        assert.deepEqual(log, before);
        assert.ok(error.consumed?.startsWith(`${consumed}:`), `${error.consumed} is not at ${consumed}`);
        // `new` is in `make`, above.
        assert.notEqual(error.made, undefined);
        assert.notEqual(made, consumed);
      });
    }
  }

  void it("a consumer after dispose is refused", async () => {
    const tx = make([]);
    await tx[Symbol.asyncDispose]();
    refusal(
      "ERR_MOVECHECK_MOVED",
      () => void tx.commit(),
      /^commit\(\): use of moved value: `Transaction` was disposed of/,
    );
  });

  void it("a dispose that waits before it calls a consumer may still call it; nobody may afterwards", async () => {
    const log: Log = [];
    class Slow extends Transaction {
      override async [Symbol.asyncDispose](): Promise<void> {
        await wait(1);
        await this.rollback();
      }
    }
    const tx = make(log, Slow);
    await tx[Symbol.asyncDispose]();
    assert.deepEqual(log, ["ROLLBACK"]);
    refusal("ERR_MOVECHECK_MOVED", () => void tx.rollback());
  });

  void it("a dispose that throws, or calls no consumer, ends it all the same", () => {
    class Bare extends Guarded.consumedBy("free") {
      free(): void {
        assert.fail("not called");
      }
      [Symbol.dispose](): void {
        throw new RangeError("mine");
      }
    }
    const bare = construct(Bare) as { free(): void; [Symbol.dispose](): void };
    assert.throws(() => {
      bare[Symbol.dispose]();
    }, /mine/);
    bare[Symbol.dispose]();
    refusal("ERR_MOVECHECK_MOVED", () => {
      bare.free();
    });
  });

  void it("a consumer that throws has consumed", async () => {
    class Failing extends Transaction {
      override commit(): Promise<void> {
        return Promise.reject(new RangeError("mine"));
      }
    }
    const tx = make([], Failing);
    await assert.rejects(tx.commit(), /mine/);
    refusal("ERR_MOVECHECK_MOVED", () => void tx.commit());
  });

  void it("an override may call what it overrides, whichever class was used first", async () => {
    class Logged extends Transaction {
      readonly #log: Log;
      constructor(log: Log) {
        super(log);
        this.#log = log;
      }
      override async commit(): Promise<void> {
        this.#log.push("before");
        await super.commit();
      }
    }
    const log: Log = [];
    await make(log).rollback();
    const tx = make(log, Logged);
    await tx.commit();
    assert.deepEqual(log, ["ROLLBACK", "before", "COMMIT"]);
    refusal("ERR_MOVECHECK_MOVED", () => void tx.commit());
    refusal("ERR_MOVECHECK_MOVED", () => void Transaction.prototype.rollback.call(tx as never));
  });

  void it("a base may add consumers to those of its own base", () => {
    class Lock extends Guarded.consumedBy("release") {
      release(): string {
        return "released";
      }
    }
    const lock = construct(Lock) as { release(): string };
    assert.equal(lock.release(), "released");
    refusal("ERR_MOVECHECK_MOVED", () => lock.release());
  });

  void it("says so where a name is no method, when the first is made", () => {
    class Typo extends Guarded.consumedBy("comit") {
      commit(): void {
        assert.fail("not called");
      }
    }
    refusal(
      "ERR_MOVECHECK_BAD_ARGUMENT",
      () => construct(Typo),
      /^Typo\(\): `comit` must be a method, and is undefined$/,
    );
  });

  void it("a method that is called on something else is refused", () => {
    refusal(
      "ERR_MOVECHECK_FOREIGN",
      () => Transaction.prototype.commit.call(5 as never),
      /^commit\(\): `this` must be/,
    );
    refusal("ERR_MOVECHECK_FOREIGN", () => Transaction.prototype[Symbol.asyncDispose].call({} as never));
    refusal("ERR_MOVECHECK_FOREIGN", () => {
      consume({}, "commit");
    });
  });

  void it("what it holds can be another guarded value", async () => {
    class Session extends Guarded.consumedBy("close") {
      readonly #tx: Untyped;
      constructor(tx: Untyped) {
        super();
        this.#tx = tx;
      }
      async close(): Promise<void> {
        await this.#tx.commit();
      }
    }
    const log: Log = [];
    const session = construct(Session, make(log)) as { close(): Promise<void> };
    await session.close();
    assert.deepEqual(log, ["COMMIT"]);
    refusal("ERR_MOVECHECK_MOVED", () => void session.close());
  });

  void it("its methods keep their names", () => {
    void make([]).commit();
    assert.equal(Transaction.prototype.commit.name, "commit");
    assert.match(Transaction.prototype[Symbol.asyncDispose].name, /^\[.*asyncDispose\]$/);
  });
});

void describe("a copy of one", () => {
  const copies: [string, (value: unknown) => unknown][] = [
    ["structuredClone", (value) => structuredClone(value)],
    ["structuredClone deep inside", (value) => structuredClone({ list: [new Map([["key", { value }]])] })],
    ["v8.serialize", (value) => serialize(value)],
  ];
  for (const [how, copy] of copies) {
    void it(`by ${how} is refused`, async () => {
      const tx = make([]);
      refusal("ERR_MOVECHECK_NOT_SEND", () => copy(tx), /^`Transaction` is not Send: it can't be cloned or posted/);
      await tx.commit();
      refusal("ERR_MOVECHECK_NOT_SEND", () => copy(tx));
    });
  }

  void it("by a spread is no guarded value, and can't be cloned either", async () => {
    const tx = make([]);
    const copy = { ...tx };
    refusal("ERR_MOVECHECK_FOREIGN", () => void Transaction.prototype.commit.call(copy as never));
    refusal("ERR_MOVECHECK_NOT_SEND", () => structuredClone(copy));
    await tx.commit();
  });

  void it("JSON and loggers see its own fields", async () => {
    class Named extends Transaction {
      id = 7;
    }
    const tx = make([], Named);
    assert.equal(JSON.stringify({ tx }), '{"tx":{"id":7}}');
    await tx.commit();
  });
});

void describe("one that is garbage-collected", { skip: withoutCollector }, () => {
  void it("while live is reported once; after it was consumed or disposed of, not", async () => {
    const seen: string[] = [];
    const listener = ({ message }: Error): void => {
      seen.push(message);
    };
    process.on("warning", listener);
    const warned = await warnings(async () => {
      await (async () => {
        make([]);
        await make([]).commit();
        await using _disposed = make([]);
      })();
      await collectUntil(() => seen.length > 0);
      let more = 0;
      await collectUntil(() => ++more > 10);
    });
    process.off("warning", listener);
    assert.equal(warned.length, 1, seen.join("\n"));
    assert.equal(warned[0]?.code, "MOVECHECK_LEAK");
    assert.match(
      warned[0].message,
      /^`Transaction` was garbage-collected and never consumed\n {2}made here: .*guarded\.test\.ts:\d+:\d+$/,
    );
  });
});

void describe("what is known of one", () => {
  void it("is not reached through the value, its class or its prototypes", () => {
    const tx = make([]);
    const seen = new Set<unknown>();
    const visit = (value: unknown): void => {
      if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
      if (value === Object.prototype || value === Function.prototype) return;
      seen.add(value);
      assert.ok(!("live" in value && "made" in value), "a record");
      visit(Object.getPrototypeOf(value));
      for (const property of Object.values(Object.getOwnPropertyDescriptors(value))) {
        for (const key of ["value", "get"] as const) visit(Reflect.get(property, key));
      }
    };
    visit(tx);
    assert.ok(seen.size > 8, "the walk went through its class, its prototypes and its methods");
    void tx.commit();
  });
});
