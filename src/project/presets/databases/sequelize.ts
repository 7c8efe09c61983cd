import { byMethod, fromMethod, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Sequelize 6. */
export const sequelize: Preset = {
  name: "sequelize",
  packages: ["sequelize"],
  summary: "Unmanaged transactions of Sequelize.",
  resources: [
    {
      tier: 1,
      type: named("Transaction", "sequelize"),
      acquire: fromMethod("Sequelize", "transaction"),
      release: byMethod("commit", "rollback"),
      releaseTwice: "error",
      lentAs: ["transaction"],
      consequence: "its connection stays out of the pool, and what it locked stays locked",
      evidence: [
        {
          claim: '"unmanaged transaction approach requires that you commit and rollback the transaction manually"',
          source: "sequelize.org/docs/v6/other-topics/transactions",
        },
        {
          claim:
            'commit() or rollback() of a finished one throws "has been finished with state", also after a commit that failed',
          source: "sequelize 6.37.8 lib/transaction.js:40 and :58",
        },
        {
          claim: "With a callback transaction() resolves to the callback's result, and the transaction is lent",
          source: "sequelize 6.37.8 types/sequelize.d.ts:1428",
        },
      ],
    },
  ],
};
