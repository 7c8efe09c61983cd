import { byMethod, EMITTER, fromNew, named } from "../entries.js";
import type { Preset, PresetResource } from "../preset.js";

const client = (name: string): PresetResource => ({
  tier: 3,
  tierInTests: 2,
  type: named(name, "ioredis"),
  acquire: [fromNew(name)],
  release: byMethod("quit", "disconnect"),
  harmlessAfterRelease: [...EMITTER, "connect"],
  consequence: "its socket keeps the process up",
  evidence: [
    {
      claim: 'A command after quit() or disconnect() rejects with "Connection is closed."',
      source: "ioredis 5.11 built/utils/index.js:335, built/Redis.js, sendCommand",
    },
    { claim: "connect() opens it again", source: "ioredis 5.11 built/Redis.js, connect" },
  ],
});

/** Redis by `ioredis`. */
export const ioredis: Preset = {
  name: "ioredis",
  packages: ["ioredis"],
  summary: "Clients of ioredis.",
  resources: [client("Redis"), client("Cluster")],
};
