import type { Owned } from "./owned.js";

/** Made when the first handle is, so that importing the API does nothing. */
let registry: FinalizationRegistry<Owned> | undefined;

/**
 * What was made in this job and not consumed yet. When the job is over, its places are read out: an
 * unread stack keeps the functions on it alive, and with their scopes perhaps the very handle whose
 * collection is to be noticed. Most values are consumed before that, and never pay for it.
 */
const fresh = new Set<Owned>();

/** Has a handle reported that is garbage-collected while it still owns something. */
export function watch(handle: object, owned: Owned): void {
  registry ??= new FinalizationRegistry((lost) => {
    if (lost.live) lost.reportLost();
  });
  if (owned.made !== undefined && fresh.add(owned).size === 1) queueMicrotask(settle);
  registry.register(handle, owned, owned);
}

/** The value was consumed: there is nothing left to report. */
export function unwatch(owned: Owned): void {
  fresh.delete(owned);
  registry?.unregister(owned);
}

function settle(): void {
  for (const owned of fresh) owned.made?.settle();
  fresh.clear();
}
