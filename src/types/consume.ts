import type { Becomes, Called, Declared } from "./consume/becomes.js";
import type { Fitting } from "./moved/fitting.js";
import type { NotMoved } from "./not-moved.js";

/** The type parameters sit here: the call signature has none, so control flow resolves it without its arguments. */
interface Taking<T, By extends string, Args extends readonly unknown[], After, M extends Declared> {
  (value: NotMoved<T>, ...args: Args): asserts value is Becomes<T, By, M, After>;
}

/**
 * A function that consumes its first argument: afterwards the variable is `Moved`, and no use of it typechecks.
 *
 * Write it as the annotation of a constant. A call needs the annotation in sight (otherwise TS2775, so that nothing is
 * silently ignored), and must be a statement of its own.
 *
 * `T` is the type consumed, the `Fresh` one if it has states; `By` the consumer's name, shown in the error; `Args` the
 * other arguments. `After` is what the argument becomes; it has to be given only for a class with private members (see
 * `Spent`).
 *
 * @example
 * import type { Consume, Linear, Live } from "movecheck";
 *
 * interface Ticket extends Linear { seat(): number }
 * const redeem: Consume<Ticket, "redeem", [row: number]> = (ticket, row) => {
 *   console.log(row, ticket.seat());
 * };
 *
 * function use(ticket: Live<Ticket>): void {
 *   redeem(ticket, 12);
 * }
 */
export interface Consume<
  T,
  By extends string,
  Args extends readonly unknown[] = [],
  After = Fitting<T, By>,
> extends Taking<T, By, Args, After, Declared & Called> {}
