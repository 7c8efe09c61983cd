import { Presets, SingleBar } from "cli-progress";

/**
 * A progress bar, not started yet; it takes itself away at the end.
 *
 * @param format what is shown, with the bar's place `{bar}` and fields such as `{value}` and `{total}` in it
 * @param stream a terminal
 */
export function progressBar(format: string, stream: NodeJS.WritableStream): SingleBar {
  return new SingleBar(
    { format, stream, clearOnComplete: true, hideCursor: true, barsize: 30 },
    Presets.shades_classic,
  );
}
