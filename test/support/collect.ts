import { setTimeout as wait } from "node:timers/promises";

const collect = globalThis.gc;

/** Says why tests of the collector are skipped; false where they are not. */
export const withoutCollector: string | false = collect === undefined ? "needs --expose-gc" : false;

/** Collects garbage until `done`, or a second has passed. */
export async function collectUntil(done: () => boolean): Promise<void> {
  for (let n = 0; n < 100 && !done(); n++) {
    collect?.();
    await wait(10);
  }
}
