import { byMethod, EMITTER, fromMethod, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** MariaDB by its own connector. */
export const mariadb: Preset = {
  name: "mariadb",
  packages: ["mariadb"],
  summary: "Connections out of a pool of mariadb.",
  resources: [
    {
      tier: 1,
      type: named("PoolConnection", "mariadb"),
      acquire: [
        ...fromMethod("Pool", "getConnection"),
        ...fromMethod("FilteredPoolCluster", "getConnection"),
        ...fromMethod("PoolCluster", "getConnection"),
      ],
      release: byMethod("release", "end", "close", "destroy", "[Symbol.asyncDispose]"),
      harmlessAfterRelease: EMITTER,
      consequence: "the pool runs out of connections",
      evidence: [
        {
          claim: 'A second release returns at once: "return; // Already released"',
          source: "mariadb 3.5.4 lib/pool.js:424",
        },
        {
          claim: "The package has a detector of its own for such leaks, leakDetectionTimeout, off by default",
          source: "mariadb 3.5.4 types/share.d.ts:162",
        },
      ],
    },
  ],
};
