import type { OnProgress } from "../../project/check-project.js";
import { progressBar } from "../shared/progress-bar.js";
import type { Io } from "./io.js";
import { messages } from "./messages.js";

/** A run shorter than this shows no bar. */
const PATIENCE_MS = 1000;

/** A progress bar on stderr, which appears only in a terminal and only when a run takes long. */
export class Progress {
  readonly #started = Date.now();
  readonly #visible: boolean;
  #bar: ReturnType<typeof progressBar> | undefined;

  constructor({ stderr, env }: Io) {
    this.#visible = stderr.isTTY === true && env.TERM !== "dumb" && env.CI === undefined;
  }

  /** Takes the state of the run. */
  readonly update: OnProgress = (done, total) => {
    if (!this.#visible || Date.now() - this.#started < PATIENCE_MS) return;
    if (this.#bar === undefined) {
      this.#bar = progressBar(messages.progress, process.stderr);
      this.#bar.start(total, done);
    }
    this.#bar.update(done);
  };

  /** Takes the bar away. */
  stop(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}
