import type { Local } from "../cfg/local.js";
import type { Fix } from "../diagnostics/diagnostic.js";

/** `const` becomes `using`, where that is all it takes. */
export function usingFix(_local: Local): Fix | undefined {
  return undefined;
}
