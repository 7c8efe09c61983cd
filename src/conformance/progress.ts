import { progressBar } from "../hosts/shared/progress-bar.js";
import type { Progress } from "./evaluate.js";

/** A bar on a terminal, one layer after the other. */
export function layerProgress(stream: NodeJS.WritableStream): Progress {
  const bar = progressBar("{layer} {bar} {value}/{total}", stream);
  return {
    start(layer, total) {
      bar.start(total, 0, { layer: layer.padEnd(8) });
    },
    advance(count) {
      bar.increment(count);
    },
    stop() {
      bar.stop();
    },
  };
}

/** Where no one watches. */
const nothing = (): void => undefined;
export const noProgress: Progress = { start: nothing, advance: nothing, stop: nothing };
