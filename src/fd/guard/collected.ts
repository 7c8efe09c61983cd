import type { Owned } from "./owned.js";

/** Made when the first handle is, so that importing the API does nothing. */
let registry: FinalizationRegistry<Owned> | undefined;

/** Has a handle reported that is garbage-collected while it still owns something. */
export function watch(handle: object, owned: Owned): void {
  registry ??= new FinalizationRegistry((lost) => {
    if (lost.live) lost.reportLost();
  });
  owned.made?.settleSoon();
  registry.register(handle, owned, owned);
}

/** The value was consumed: there is nothing left to report. */
export function unwatch(owned: Owned): void {
  registry?.unregister(owned);
}
