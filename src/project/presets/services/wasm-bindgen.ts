import { byMethod } from "../entries.js";
import type { Preset } from "../preset.js";

/** Classes that `wasm-bindgen` generates. */
export const wasmBindgen: Preset = {
  name: "wasm-bindgen",
  packages: [],
  onRequest: true,
  summary: "Classes with a method free(), as wasm-bindgen generates them for Rust's types.",
  resources: [
    {
      tier: 3,
      type: { kind: "structural", within: "anywhere", having: ["free"] },
      acquire: "inferred",
      release: byMethod("free", "[Symbol.dispose]"),
      consequence: "the memory of WebAssembly is freed late, or never",
      evidence: [
        {
          claim: 'After free() its pointer is 0, and every method throws "null pointer passed to rust"',
          source: "wasm-bindgen, __destroy_into_raw in generated classes; loro-crdt 1.17.1",
        },
        {
          claim:
            'A FinalizationRegistry "will ensure that all memory is cleaned up, regardless", where there is one; in practice memory grows',
          source: "wasm-bindgen guide, weak references; wasm-bindgen#3903",
        },
        {
          claim:
            "Nothing in a declaration tells such a class from another with a method free(), so this table is taken on request only",
          source: "loro-crdt 1.17.1",
        },
      ],
    },
  ],
};
