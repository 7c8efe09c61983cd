import type { State } from "./brand.js";
import type { Fresh } from "./state.js";

/**
 * What a type extends so that its values must be consumed exactly once.
 *
 * `H` is the state (see `Fresh`). Leave it out for a type whose by-value parameters need no check by tsc alone; give
 * the type a parameter `H = Held`, and let its maker return the `Fresh` one, to have a moved value refused there too.
 *
 * The property is mutable here and readonly in `Moved`: a moved value is then a subtype of the live type, so that an
 * assertion narrows to it, but not a strict subtype, so that both survive where branches join.
 *
 * @example
 * import type { Consume, Linear } from "movecheck";
 *
 * interface Ticket extends Linear { seat(): number }
 * declare const redeem: Consume<Ticket, "redeem">;
 *
 * function use(ticket: Ticket): number {
 *   const seat = ticket.seat();
 *   redeem(ticket);
 *   return seat;
 * }
 */
export interface Linear<H = Fresh> {
  [State]: H;
}

/** The brand's key, for a class: `declare [Linear.state]: Fresh;`. A field that is declared is nothing at run time. */
export declare namespace Linear {
  const state: typeof State;
}
