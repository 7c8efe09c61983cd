import type { Owned } from "./owned.js";
import type { Position } from "./position.js";

/** Made when the first value outlives its job, so that importing the guard does nothing. */
let registry: FinalizationRegistry<Owned> | undefined;

/** How many values a job may make before it is looked which of them are live. */
const MOST = 256;
const resolved = Promise.resolve();

/** The last value made in this job; each leads to the one before. */
let latest: Owned | undefined;
let count = 0;
let queued = false;

/**
 * Has a value reported that is garbage-collected while it is live.
 *
 * A finalizer is the dear part of a guard, and most values are consumed in the job that made them: only what is still
 * live at its end is registered. Its place is read out then too: an unread stack keeps the functions on it alive, and
 * with their scopes perhaps the very value whose collection is to be noticed.
 */
export function watch(value: object, owned: Owned): void {
  owned.value = value;
  owned.next = latest;
  latest = owned;
  if (++count > MOST) thinOut();
  if (queued) return;
  queued = true;
  // Not queueMicrotask, which takes many times as long in Node.
  void resolved.then(endOfJob);
}

/** A long job: what was consumed is forgotten, and the finalizer told of the others when they are the most part. */
function thinOut(): void {
  latest = turned(turned(latest));
  if (count > MOST / 2) settle();
}

/** The live ones of a list, the other way round; `count` is how many. */
function turned(owned: Owned | undefined): Owned | undefined {
  let result: Owned | undefined;
  count = 0;
  while (owned !== undefined) {
    const { next } = owned;
    owned.next = undefined;
    if (owned.value !== undefined) {
      owned.next = result;
      result = owned;
      count++;
    }
    owned = next;
  }
  return result;
}

/** Ends its life; what is refused from now on names `consumer` and the place. */
export function end(owned: Owned, consumer: string, at: Position | undefined): void {
  owned.live = false;
  owned.consumer = consumer;
  owned.consumed = at;
  owned.value = undefined;
  if (owned.registered) registry?.unregister(owned);
}

function endOfJob(): void {
  queued = false;
  settle();
}

/** Registers what was made in this job and is live, in the order made. */
export function settle(): void {
  let owned = turned(latest);
  latest = undefined;
  count = 0;
  while (owned !== undefined) {
    const { value, next } = owned;
    owned.value = owned.next = undefined;
    if (value !== undefined) register(value, owned);
    owned = next;
  }
}

function register(value: object, owned: Owned): void {
  registry ??= new FinalizationRegistry((lost) => {
    if (lost.live) lost.reportLost();
  });
  registry.register(value, owned, owned);
  owned.registered = true;
  owned.made?.settle();
  owned.onRegistered?.();
}
