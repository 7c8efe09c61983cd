import { byMethod, fromMethod, func, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Oracle Database by `oracledb`. */
export const oracledb: Preset = {
  name: "oracledb",
  packages: ["oracledb"],
  summary: "Connections of oracledb.",
  resources: [
    {
      tier: 1,
      type: named("Connection", "oracledb"),
      acquire: [{ callee: func("getConnection") }, ...fromMethod("Pool", "getConnection")],
      release: byMethod("close", "release"),
      releaseTwice: "error",
      consequence: "the pool runs out of connections",
      evidence: [
        {
          claim: '"Calling close() for pooled connections is required to prevent the pool running out of connections"',
          source: "@types/oracledb 6.10 index.d.ts, Connection.close",
        },
        {
          claim:
            "close() a second time, or while it is closing, rejects with NJS-003, invalid or closed connection; release is the same function",
          source: "oracledb 7.0.1 lib/connection.js:837 and :2206",
        },
      ],
    },
  ],
};
