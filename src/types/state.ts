import type { State } from "./brand.js";
import type { UseOfMoved } from "./messages.js";

/**
 * The state of a value that has just been made.
 *
 * States form a ladder, `Fresh` then `Held` then what a consumer asks for, and `any` makes it one-way: a fresh value
 * can be named by value and a held one consumed, while a moved value fits nothing above the state it was in. A moved
 * `Fresh` value is therefore refused even where it is only named by value: as a parameter, a field or an element.
 *
 * @example
 * import type { Consume, Fresh, Held, Linear } from "movecheck";
 *
 * interface Token<H = Held> extends Linear<H> { readonly ok: true; id(): string }
 * interface Denied { readonly ok: false }
 * declare function acquire(): Token<Fresh> | Denied;
 * declare const release: Consume<Token<Fresh>, "release">;
 *
 * const token = acquire();
 * if (token.ok) {
 *   token.id();
 *   release(token);
 * }
 */
export interface Fresh {
  own: unknown;
  hold: any;
  use: any;
}

/**
 * The state of a value that is named by value: a parameter, a field, an element.
 *
 * A moved value that was `Held` still fits a `Held` place (otherwise narrowing could not put it there), but no
 * consumer and no `Ref`.
 *
 * @example
 * import type { Held, Linear } from "movecheck";
 *
 * interface Token<H = Held> extends Linear<H> { id(): string }
 * function hold(token: Token): string { return token.id(); }
 */
export interface Held {
  own: unknown;
  hold: "live";
  use: any;
}

/** What a consumer and a borrower ask for. It has no `own`: a borrow is not an owner. */
interface Borrowed {
  readonly use: "live";
}

/** What has not been moved: the part of a parameter's type that no moved value fits. */
export interface Unmoved {
  readonly [State]: Borrowed;
}

/**
 * After the move. `Hold` is the message for a value born `Fresh`, and `never` for one that must still fit a `Held` place.
 */
export interface Gone<By extends string, Hold> {
  readonly own: any;
  readonly hold: Hold;
  readonly use: UseOfMoved<By>;
}
