import { byMethod, EMITTER, fromMethod, fromNew, method, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** PostgreSQL by `pg`. */
export const pg: Preset = {
  name: "pg",
  packages: ["pg"],
  summary: "Clients, pools and cursors of pg.",
  resources: [
    {
      tier: 1,
      type: named("PoolClient", "pg"),
      acquire: fromMethod("Pool", "connect"),
      release: byMethod("release"),
      releaseTwice: "error",
      harmlessAfterRelease: EMITTER,
      consequence: "the pool runs out of clients, and every later connect() waits for ever",
      evidence: [
        {
          claim: 'The second release throws "Release called on client which has already been released to the pool."',
          source: "pg-pool 3.14.0 index.js:27 and :366",
        },
        {
          claim:
            "A client that is not released stays out of the pool; connect() waits, without a limit unless connectionTimeoutMillis is set",
          source: "pg-pool 3.14.0 index.js, connect; payloadcms/payload#16893; graphile/crystal#978",
        },
        {
          claim: "With a callback connect() returns nothing, and the callback's third parameter releases",
          source: "@types/pg 8.23.1 index.d.ts, Pool.connect",
        },
      ],
    },
    {
      tier: 2,
      type: named("Client", "pg"),
      acquire: [
        { callee: method("Client", "connect"), gives: "this" },
        { callee: method("ClientBase", "connect"), gives: "this" },
      ],
      release: byMethod("end"),
      harmlessAfterRelease: EMITTER,
      consequence: "the socket stays open and the process up",
      evidence: [
        {
          claim: "Nothing is open before connect()",
          source: 'pg 8.23.1 lib/client.js, end: "if we have never connected, then end is a noop"',
        },
        {
          claim: 'end() a second time resolves; a query after it rejects with "Client was closed and is not queryable"',
          source: "pg 8.23.1 lib/client.js:803 and query",
        },
      ],
    },
    {
      tier: 3,
      tierInTests: 2,
      type: named("Pool", "pg"),
      acquire: [fromNew("Pool")],
      release: byMethod("end"),
      releaseTwice: "error",
      harmlessAfterRelease: EMITTER,
      consequence: "idle clients keep the process up",
      evidence: [
        {
          claim:
            'end() a second time rejects with "Called end on pool more than once"; connect() with "Cannot use a pool after calling end on the pool"',
          source: "pg-pool 3.14.0 index.js:191 and :490",
        },
      ],
    },
    {
      tier: 3,
      type: named("Cursor", "pg-cursor"),
      acquire: [{ callee: method("ClientBase", "query", "pg") }],
      release: byMethod("close"),
      useAfterRelease: "warning",
      harmlessAfterRelease: EMITTER,
      consequence: "its portal stays open until the transaction ends",
      evidence: [
        {
          claim: "close() of one that is done calls back at once; read() then gives no rows, as if there were none",
          source: "pg-cursor 2.22.1 index.js, close and read",
        },
      ],
    },
  ],
};
