import { byMethod, EMITTER, fromMethod, method, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** MySQL by `mysql2`, with callbacks or promises. */
export const mysql2: Preset = {
  name: "mysql2",
  packages: ["mysql2"],
  summary: "Connections out of a pool of mysql2.",
  resources: [
    {
      tier: 1,
      type: named("PoolConnection", "mysql2"),
      acquire: [
        ...fromMethod("Pool", "getConnection"),
        ...fromMethod("PoolNamespace", "getConnection"),
        ...fromMethod("PoolCluster", "getConnection"),
      ],
      release: [
        ...byMethod("release", "destroy", "end", "[Symbol.asyncDispose]", "[Symbol.dispose]"),
        { kind: "function", callee: method("Pool", "releaseConnection"), argument: 0 },
      ],
      harmlessAfterRelease: EMITTER,
      consequence: "the pool runs out of connections",
      evidence: [
        {
          claim: "A second release returns at once: `if (this._released) return`",
          source: "mysql2 3.24 lib/pool_connection.js, release",
        },
        {
          claim: "end() releases too, with a warning that it is deprecated for connections of a pool",
          source: "mysql2 3.24 lib/pool_connection.js, end",
        },
        { claim: "A lost connection stays out of the pool", source: "mysqljs/mysql#1425" },
      ],
    },
  ],
};
