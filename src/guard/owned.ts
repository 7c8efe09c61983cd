import { moved } from "./messages.js";
import { MovecheckError } from "./movecheck-error.js";
import type { Position } from "./position.js";

/**
 * What the guard knows of one value: whether it is live, and where it was made and consumed.
 *
 * It is apart from the value, so that the value can be collected while the guard still knows what it stood for. No
 * program can reach it through the value. An interface and not a base class: one is made with every value, and each
 * level of inheritance takes as long to construct as the object itself.
 */
export interface Owned {
  /** Whether nothing has consumed the value yet. */
  live: boolean;
  readonly made: Position | undefined;
  /** The name of what consumed it, and where. */
  consumer: string;
  consumed: Position | undefined;
  /** The value itself, until the job that made it is over or the value is consumed; see `collected.ts`. */
  value: object | undefined;
  /** The one made before it in this job. */
  next: Owned | undefined;
  /** Whether the finalizer knows it. */
  registered: boolean;
  /** Told that it does: the value is live at the end of the job that made it. */
  onRegistered?(): void;
  /** How it reads in a message: "`FileDescriptorReservation` of descriptor 3". */
  readonly name: string;
  /** Says that the value was collected while it was live. */
  reportLost(): void;
}

/** Refuses the use of a value that was consumed. @throws MovecheckError ERR_MOVECHECK_MOVED, with both places. */
export function refuse(owned: Owned, call: string): never {
  const made = owned.made?.toString();
  const consumed = owned.consumed?.toString();
  throw new MovecheckError("ERR_MOVECHECK_MOVED", moved(call, owned.name, owned.consumer, made, consumed), {
    made,
    consumed,
  });
}
