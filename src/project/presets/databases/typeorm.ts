import { byMethod, fromMethod, fromNew, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** TypeORM. */
export const typeorm: Preset = {
  name: "typeorm",
  packages: ["typeorm"],
  summary: "Query runners and data sources of TypeORM.",
  resources: [
    {
      tier: 1,
      type: named("QueryRunner", "typeorm"),
      acquire: [...fromMethod("DataSource", "createQueryRunner"), ...fromMethod("Driver", "createQueryRunner")],
      release: byMethod("release", "[Symbol.asyncDispose]"),
      consequence: "the pool runs out of connections",
      evidence: [
        { claim: '"make sure to release the QueryRunner"', source: "typeorm.io/docs/query-runner" },
        {
          claim: "It takes its connection with the first query; runners of MongoDB and SQLite hold none",
          source: "typeorm 1.1 query-runner/QueryRunner.d.ts, connect and release",
        },
        {
          claim:
            "A second release returns at once: `if (this.isReleased) return`; a query after it throws QueryRunnerAlreadyReleasedError",
          source: "typeorm 1.1 driver/postgres/PostgresQueryRunner.js, releasePostgresConnection and query",
        },
      ],
    },
    {
      tier: 3,
      tierInTests: 2,
      type: named("DataSource", "typeorm"),
      acquire: [fromNew("DataSource")],
      release: byMethod("destroy"),
      releaseTwice: "error",
      harmlessAfterRelease: ["initialize", "setOptions", "getMetadata", "hasMetadata", "buildMetadatas"],
      consequence: "its connections keep the process up",
      evidence: [
        {
          claim:
            "destroy() of one that is not initialized throws CannotExecuteNotConnectedError; initialize() opens it again",
          source: "typeorm 1.1 data-source/DataSource.js:171",
        },
      ],
    },
  ],
};
