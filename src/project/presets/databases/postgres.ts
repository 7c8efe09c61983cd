import { byMethod, fromMethod, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** PostgreSQL by `postgres` (Postgres.js). */
export const postgres: Preset = {
  name: "postgres",
  packages: ["postgres"],
  summary: "Reserved connections of postgres.",
  resources: [
    {
      tier: 1,
      type: named("ReservedSql", "postgres"),
      acquire: fromMethod("Sql", "reserve"),
      release: byMethod("release"),
      releaseTwice: "error",
      consequence: "its connection stays out of the pool",
      evidence: [
        {
          claim: '"Once you have finished with the reserved connection, call `release` to add it back to the pool."',
          source: "postgres 3.4.9 README.md",
        },
        {
          claim:
            "The second release, and a query after the first, act on a connection that may be somebody else's by then: release() takes its reservation away unconditionally",
          source: "postgres 3.4.9 src/index.js:220",
        },
      ],
    },
  ],
};
