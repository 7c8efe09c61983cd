import { moved } from "../messages.js";
import { MovecheckError } from "../errors/movecheck-error.js";
import type { Position } from "./position.js";

/**
 * What the guard knows of one handle: the state word, and where it was made and consumed.
 *
 * It is apart from the handle, and never refers to it, so that the handle can be collected while the
 * guard still knows what it stood for.
 */
export abstract class Owned {
  readonly made: Position | undefined;
  #live = true;
  #consumer = "";
  #consumed: Position | undefined;

  constructor(made: Position | undefined) {
    this.made = made;
  }

  /** How it reads in a message: "`FileDescriptorReservation` of descriptor 3". */
  abstract readonly name: string;

  /** Says that the handle was collected while it owned this. */
  abstract reportLost(): void;

  /** Whether it is still owned by its handle. */
  get live(): boolean {
    return this.#live;
  }

  /** Ends the ownership; what is refused from now on names `consumer` and the place. */
  consume(consumer: string, at: Position | undefined): void {
    this.#live = false;
    this.#consumer = consumer;
    this.#consumed = at;
  }

  /** @throws MovecheckError ERR_MOVECHECK_MOVED when it was consumed before. */
  assertLive(call: string): void {
    if (this.#live) return;
    const made = this.made?.toString();
    const consumed = this.#consumed?.toString();
    throw new MovecheckError("ERR_MOVECHECK_MOVED", moved(call, this.name, this.#consumer, made, consumed), {
      made,
      consumed,
    });
  }
}
