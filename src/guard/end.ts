import { unwatch } from "./collected.js";
import type { Owned } from "./owned.js";
import type { Position } from "./position.js";

/** Ends its life; what is refused from now on names `consumer` and the place. */
export function end(owned: Owned, consumer: string, at: Position | undefined): void {
  owned.live = false;
  owned.consumer = consumer;
  owned.consumed = at;
  owned.value = undefined;
  if (owned.registered) unwatch(owned);
}
