import { byMethod, func, method, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** HTTP by `undici`'s own API. */
export const undici: Preset = {
  name: "undici",
  packages: ["undici"],
  summary: "Bodies of responses of undici's request().",
  resources: [
    {
      tier: 2,
      type: named("BodyReadable", "undici"),
      acquire: [
        { callee: func("request"), part: ["body"] },
        { callee: method("Dispatcher", "request"), part: ["body"] },
      ],
      // Everything that sets it flowing, or does away with it.
      release: byMethod(
        ...["text", "json", "blob", "bytes", "arrayBuffer", "formData", "dump"],
        ...["pipe", "resume", "destroy", "on", "once", "read", "[Symbol.asyncDispose]"],
      ),
      until: "drained",
      useAfterRelease: "off",
      consequence: "its connection is not used again, and requests behind it wait",
      evidence: [
        {
          claim:
            '"always either consume or cancel the response body anyway"; else connections are not reused, up to stalls and deadlocks',
          source: "undici 7.30 README.md:547; GHSA-9f24-jqhm-jfcw",
        },
        {
          claim: "Reading it a second time rejects as unusable",
          source: "undici 7.30 lib/api/readable.js, consume",
        },
      ],
    },
  ],
};
