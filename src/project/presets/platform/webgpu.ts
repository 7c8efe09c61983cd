import { byMethod, fromMethod, named } from "../entries.js";
import type { Preset, PresetResource } from "../preset.js";

const memory = (name: string, create: string, harmless: readonly string[]): PresetResource => ({
  tier: 3,
  type: named(name, "lib"),
  acquire: fromMethod("GPUDevice", create),
  release: byMethod("destroy"),
  harmlessAfterRelease: harmless,
  consequence: "its memory is freed only when it is collected",
  evidence: [
    {
      claim: '"It is valid to destroy a buffer multiple times"; the same is said of textures and query sets',
      source: "@webgpu/types 0.1.74 dist/index.d.ts, GPUBuffer.destroy()",
    },
    {
      claim: "A queue that is given work with a destroyed one refuses it with a validation error",
      source: 'W3C WebGPU, "Buffer Destruction"',
    },
  ],
});

/** What a GPU device makes. */
export const webgpu: Preset = {
  name: "webgpu",
  packages: ["@webgpu/types"],
  summary: "Buffers, textures and query sets of WebGPU.",
  resources: [
    memory("GPUBuffer", "createBuffer", ["unmap"]),
    memory("GPUTexture", "createTexture", []),
    memory("GPUQuerySet", "createQuerySet", []),
  ],
};
