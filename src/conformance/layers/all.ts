import { tscVersions } from "../tsc.js";
import { checkerLayer } from "./checker.js";
import type { Layer } from "./layer.js";
import { runtimeLayer } from "./runtime.js";
import { rustcLayer } from "./rustc.js";
import { tscLayer } from "./tsc.js";

/** The layers the matrix runs, in the order of its columns. */
export const allLayers: readonly Layer<unknown>[] = [
  rustcLayer,
  ...tscVersions.map(tscLayer),
  runtimeLayer,
  checkerLayer,
];
