import { func } from "../entries.js";
import type { Preset } from "../preset.js";

/** Locks between processes by `proper-lockfile`. */
export const properLockfile: Preset = {
  name: "proper-lockfile",
  packages: ["proper-lockfile"],
  summary: "Release functions of proper-lockfile.",
  resources: [
    {
      tier: 1,
      type: { kind: "function", from: ["proper-lockfile"] },
      acquire: [{ callee: func("lock") }, { callee: func("lockSync") }],
      release: [{ kind: "call" }],
      mayBeDropped: true,
      leakOnThrow: "warning",
      releaseTwice: "error",
      useAfterRelease: "off",
      consequence: "the file stays locked as long as the process lives",
      evidence: [
        { claim: "The second call rejects with ERELEASED", source: "proper-lockfile 4.1.2 lib/lockfile.js:255" },
        {
          claim: "The lock is kept fresh by a timer until it is released; left alone it is stale after 10 seconds",
          source: "proper-lockfile 4.1.2 lib/lockfile.js:251, README.md",
        },
        {
          claim: "unlock(file) releases it without the function, which may then be dropped",
          source: "@types/proper-lockfile 4.1.4 index.d.ts",
        },
      ],
    },
  ],
};
