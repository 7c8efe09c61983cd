import { byMethod, EMITTER, fromMethod, fromNew, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** MongoDB by its own driver. */
export const mongodb: Preset = {
  name: "mongodb",
  packages: ["mongodb"],
  summary: "Sessions and clients of mongodb.",
  resources: [
    {
      tier: 2,
      type: named("ClientSession", "mongodb"),
      acquire: fromMethod("MongoClient", "startSession"),
      release: byMethod("endSession", "[Symbol.asyncDispose]"),
      harmlessAfterRelease: EMITTER,
      lentAs: ["session"],
      consequence: "its server session is not given back until the client is closed",
      evidence: [
        {
          claim: "endSession() a second time does nothing: `if (!this.hasEnded)`",
          source: "mongodb 7.9.0 src/sessions.ts:278",
        },
        {
          claim: "An operation with an ended session fails with MongoExpiredSessionError",
          source: "mongodb 7.9.0 src/sessions.ts, applySession",
        },
        {
          claim: '"users forget to do this, and therefore leak sessions"; since then client.close() ends them',
          source: "mongodb/node-mongodb-native, commit 6829f47; mongodb 7.9.0 lib/mongo_client.js, _close",
        },
      ],
    },
    {
      tier: 3,
      tierInTests: 2,
      type: named("MongoClient", "mongodb"),
      acquire: [fromNew("MongoClient"), ...fromMethod("MongoClient", "connect")],
      release: byMethod("close", "[Symbol.asyncDispose]"),
      harmlessAfterRelease: [...EMITTER, "connect", "db"],
      consequence: "its sockets keep the process up",
      evidence: [
        {
          claim: "close() a second time finds no topology and returns",
          source: "mongodb 7.9.0 lib/mongo_client.js, _close",
        },
        {
          claim: "A closed client's cursors and sessions fail with MongoClientClosedError",
          source: "mongodb 7.9.0 lib/error.js:941",
        },
      ],
    },
  ],
};
