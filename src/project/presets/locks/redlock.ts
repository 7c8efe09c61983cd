import { byMethod, fromMethod, method, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Locks in Redis by `redlock`. */
export const redlock: Preset = {
  name: "redlock",
  packages: ["redlock"],
  summary: "Locks of redlock.",
  resources: [
    {
      tier: 2,
      type: named("Lock", "redlock"),
      acquire: fromMethod("Redlock", "lock", "acquire"),
      release: [
        ...byMethod("unlock"),
        { kind: "function", callee: method("Redlock", "unlock"), argument: 0 },
        { kind: "function", callee: method("Redlock", "release"), argument: 0 },
      ],
      releaseTwice: "error",
      consequence: "nobody else gets the lock before it expires",
      evidence: [
        {
          claim: 'unlock() of a lock that is gone rejects with "Unable to fully release the lock on resource"',
          source: "redlock 4.2.0 redlock.js:277",
        },
        {
          claim: "A lock expires after its time to live; extend() after unlock() rejects",
          source: "redlock 4.2.0 redlock.js, extend; README.md:118",
        },
      ],
    },
  ],
};
