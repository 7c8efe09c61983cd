import type { Explanation } from "./explanation.js";

/** Every code's explanation, in the order of the reference. */
export const explanations: readonly Explanation[] = [];
