import type { Unmoved } from "./state.js";

/**
 * The parameter type of a consumer: stricter than the variable that goes in, so that no moved value fits it.
 *
 * @example
 * import type { Linear, NotMoved } from "movecheck";
 *
 * interface Ticket extends Linear { seat(): number }
 * function seatOf(ticket: NotMoved<Ticket>): number { return ticket.seat(); }
 */
export type NotMoved<T> = T & Unmoved;
