import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, it } from "node:test";
import type { Consume, DropFlag, Fresh, Held, Linear } from "../../src/index.js";
import { consume, guard } from "../../src/guard/index.js";
import { hidden } from "../fd/hidden.js";
import { refusal, warnings } from "../fd/refusal.js";
import { collectUntil, withoutCollector } from "../support/collect.js";

interface Lease<H = Held> extends Linear<H>, DropFlag, Disposable {
  readonly seat: number;
}

const take = (seat: number, log: string[]): Lease<Fresh> =>
  guard<Lease<Fresh>>({ seat, [Symbol.dispose]: () => log.push(`free ${seat}`) }, { name: "Lease" });

const redeem: Consume<Lease<Fresh>, "redeem", [log: string[]]> = (lease, log) => {
  consume(lease, "redeem");
  log.push(`redeem ${lease.seat}`);
};

interface Seat {
  readonly seat: number;
}

/** The same as untyped code calls it: misuse on purpose, which the checker can't follow. */
const untyped = {
  take: take as unknown as (seat: number, log: string[]) => Seat,
  redeem: redeem as unknown as (lease: unknown, log: string[]) => void,
};

/** A constructor as untyped code calls it. */
const construct: (type: object) => unknown = (type) => Reflect.construct(type as new () => object, []);

void describe("guard() and consume()", () => {
  void it("redeem then dispose frees nothing", () => {
    const log: string[] = [];
    {
      using lease = take(1, log);
      redeem(lease, log);
    }
    assert.deepEqual(log, ["redeem 1"]);
  });

  void it("disposed of while live, it is freed, once", () => {
    const log: string[] = [];
    {
      using lease = take(2, log);
      const [alias] = hidden(lease) as [Disposable];
      alias[Symbol.dispose]();
    }
    assert.deepEqual(log, ["free 2"]);
  });

  void it("a second consumer is refused, with the places of the maker and of the first consumer's call", () => {
    const log: string[] = [];
    const lease = untyped.take(3, log);
    const first = (): void => {
      untyped.redeem(lease, log);
    };
    first();
    const error = refusal(
      "ERR_MOVECHECK_MOVED",
      () => {
        untyped.redeem(lease, log);
      },
      /^redeem\(\): use of moved value: `Lease` was consumed by redeem\(\)\n/,
    );
    assert.deepEqual(log, ["redeem 3"]);
    assert.match(error.made ?? "", /guard\.test\.ts:\d+:\d+$/);
    const called = /first \(.*?guard\.test\.ts:(\d+)|guard\.test\.ts:(\d+)/.exec(error.consumed ?? "");
    assert.ok(called !== null, error.consumed);
  });

  void it("each form of a consumer can call consume(): async function, releaser, method of an object", async () => {
    const log: string[] = [];
    const save = async (lease: Seat): Promise<void> => {
      consume(lease, "save");
      await Promise.resolve();
      log.push(`save ${lease.seat}`);
    };
    const releaser = (lease: Seat) => (): void => {
      consume(lease, "release");
      log.push(`release ${lease.seat}`);
    };
    await save(untyped.take(4, log));
    const release = releaser(untyped.take(5, log));
    release();
    refusal("ERR_MOVECHECK_MOVED", release, /^release\(\): use of moved value/);
    assert.deepEqual(log, ["save 4", "release 5"]);
  });

  void it("methods that are named consume it; others of the same class are not concerned", () => {
    class Client {
      released = 0;
      release(): void {
        this.released++;
      }
      [Symbol.dispose](): void {
        this.release();
      }
    }
    const mine = guard<Client>(new Client(), { consumedBy: ["release"] });
    const other = new Client();
    mine.release();
    mine[Symbol.dispose]();
    refusal(
      "ERR_MOVECHECK_MOVED",
      () => {
        mine.release();
      },
      /`Client` was consumed by release\(\)/,
    );
    other.release();
    other.release();
    assert.deepEqual([mine.released, other.released, Object.keys(mine)], [1, 2, ["released", "_not_send"]]);
  });

  void it("guard(this) in the constructor of a class that extends another one", () => {
    class Subscription extends EventEmitter {
      declare [Linear.state]: Fresh;
      declare readonly [DropFlag.set]: true;
      readonly log: string[] = [];
      constructor() {
        super();
        guard(this, { consumedBy: ["unsubscribe"] });
      }
      unsubscribe(): void {
        this.log.push("unsubscribe");
      }
      [Symbol.dispose](): void {
        this.unsubscribe();
      }
    }
    const subscription = construct(Subscription) as Record<"unsubscribe" | "log", unknown>;
    const unsubscribe = subscription.unsubscribe as () => void;
    unsubscribe.call(subscription);
    (Reflect.get(subscription, Symbol.dispose) as () => void).call(subscription);
    refusal("ERR_MOVECHECK_MOVED", () => {
      unsubscribe.call(subscription);
    });
    assert.deepEqual(subscription.log, ["unsubscribe"]);
  });

  void it("can be let through structured clone, where it is Send", () => {
    const ticket = guard<{ readonly seat: number }>({ seat: 1 }, { send: true, name: "Ticket" });
    assert.deepEqual(structuredClone(ticket), { seat: 1 });
    consume(ticket, "post");
    const stays = guard<{ readonly seat: number }>({ seat: 1 }, { name: "Ticket" });
    refusal("ERR_MOVECHECK_NOT_SEND", () => structuredClone(stays), /^`Ticket` is not Send/);
    consume(stays, "keep");
  });

  void it("refuses what it can't guard", () => {
    const untypedGuard = guard as (value: unknown, options?: object) => unknown;
    for (const value of [null, 5, "x", undefined, Object.freeze({})]) {
      refusal("ERR_MOVECHECK_BAD_ARGUMENT", () => untypedGuard(value), /`value` must be an object that is not frozen/);
    }
    const twice = untypedGuard({ a: 1 });
    refusal("ERR_MOVECHECK_BAD_ARGUMENT", () => untypedGuard(twice), /is guarded already/);
    refusal("ERR_MOVECHECK_BAD_ARGUMENT", () => untypedGuard({}, { consumedBy: ["end"] }), /`end` must be a method/);
    consume(twice, "end");
  });

  void it("a value without a prototype has a name as well", () => {
    const bare = (guard as (value: unknown) => unknown)(Object.assign(Object.create(null) as object, { a: 1 }));
    consume(bare, "end");
    refusal(
      "ERR_MOVECHECK_MOVED",
      () => {
        consume(bare, "end");
      },
      /`Object` was consumed by end\(\)/,
    );
  });

  void it("one that is collected while live is reported", { skip: withoutCollector }, async () => {
    const seen: string[] = [];
    const listener = ({ message }: Error): void => {
      seen.push(message);
    };
    process.on("warning", listener);
    const warned = await warnings(async () => {
      (() => untyped.take(9, []))();
      await collectUntil(() => seen.some((message) => message.includes("`Lease`")));
    });
    process.off("warning", listener);
    assert.equal(warned.filter(({ message }) => message.startsWith("`Lease` was garbage-collected")).length, 1);
  });
});
