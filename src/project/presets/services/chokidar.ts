import { byMethod, func, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Watching files by `chokidar`. */
export const chokidar: Preset = {
  name: "chokidar",
  packages: ["chokidar"],
  summary: "Watchers of chokidar, in tests.",
  resources: [
    {
      tier: 3,
      tierInTests: 2,
      type: named("FSWatcher", "chokidar"),
      acquire: [{ callee: func("watch") }],
      release: byMethod("close"),
      useAfterRelease: "off",
      consequence: "the process stays up",
      evidence: [
        {
          claim: "close() a second time gives the promise of the first; add() opens it again",
          source: "chokidar 5.0 index.js:347 and :413",
        },
      ],
    },
  ],
};
