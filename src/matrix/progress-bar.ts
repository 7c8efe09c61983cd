import cliProgress from "cli-progress";
import type { Progress } from "./evaluate.js";

/** A bar on a terminal, one layer after the other. */
export function progressBar(stream: NodeJS.WritableStream): Progress {
  const bar = new cliProgress.SingleBar(
    { format: "{layer} {bar} {value}/{total}", stream, clearOnComplete: true, hideCursor: true, barsize: 30 },
    cliProgress.Presets.shades_grey,
  );
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
