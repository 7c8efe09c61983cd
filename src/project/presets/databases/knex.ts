import { byMethod, fromMethod, lends, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Knex. */
export const knex: Preset = {
  name: "knex",
  packages: ["knex"],
  summary: "Transactions of knex that are not given a callback.",
  resources: [
    {
      tier: 1,
      type: named("Transaction", "knex"),
      acquire: fromMethod("Knex", "transaction"),
      release: byMethod("commit", "rollback"),
      borrow: lends("ChainableInterface", "transacting", 0),
      lentAs: ["transacting", "trx"],
      harmlessAfterRelease: ["isCompleted"],
      consequence: 'its connection stays out of the pool: "Timeout acquiring a connection. The pool is probably full"',
      evidence: [
        {
          claim: 'A query after commit or rollback rejects with "Transaction query already complete"',
          source: "knex 3.3 lib/execution/transaction.js:410",
        },
        {
          claim:
            "commit() or rollback() a second time is swallowed: its rejection only rejects a promise that is settled",
          source: "knex 3.3 lib/execution/transaction.js:166, query",
        },
        {
          claim: "With a callback the transaction is lent to it, and ends with its promise",
          source: "knex 3.3 lib/execution/transaction.js:225",
        },
      ],
    },
  ],
};
