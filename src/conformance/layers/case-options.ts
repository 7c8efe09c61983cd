import { createRequire } from "node:module";
import { dirname } from "node:path";

/** Compiler options that the cases need beside the strict ones: they use timers and ports, which Node's own types declare. */
export function caseOptions(): Readonly<Record<string, unknown>> | undefined {
  try {
    const nodeTypes = createRequire(import.meta.url).resolve("@types/node/package.json");
    return { types: ["node"], typeRoots: [dirname(dirname(nodeTypes))] };
  } catch {
    return undefined;
  }
}

/** Why a layer that needs them is not run. */
export const noNodeTypes = "@types/node is not installed";
