import { addAll, emptyBits, isEmpty, type Bits } from "../../graph/bits.js";

/** What may be true of the paths of one local at a point, by their index. */
export interface OwnershipState {
  /** May have been moved out of (rustc's maybe-uninitialised, less what never got a value). */
  readonly maybeMoved: Bits;
  /** Leaves that may hold a value which is not consumed yet: live obligations (rustc's maybe-initialised). */
  readonly maybeInit: Bits;
  /** The same, on paths that begin with an exception only. */
  readonly maybeInitOnUnwind: Bits;
  /** May hold a value that is only lent: it can't be moved out. */
  readonly maybeLent: Bits;
}

/** The state in which nothing is true of any of `size` paths: bottom. */
export function bottomState(size: number): OwnershipState {
  return {
    maybeMoved: emptyBits(size),
    maybeInit: emptyBits(size),
    maybeInitOnUnwind: emptyBits(size),
    maybeLent: emptyBits(size),
  };
}

/** A copy that may be changed. */
export function copyState({ maybeMoved, maybeInit, maybeInitOnUnwind, maybeLent }: OwnershipState): OwnershipState {
  return {
    maybeMoved: maybeMoved.slice(),
    maybeInit: maybeInit.slice(),
    maybeInitOnUnwind: maybeInitOnUnwind.slice(),
    maybeLent: maybeLent.slice(),
  };
}

/** Joins `from` into `into`, by union; whether that changed anything. */
export function joinStates(into: OwnershipState, from: OwnershipState): boolean {
  const moved = addAll(into.maybeMoved, from.maybeMoved);
  const init = addAll(into.maybeInit, from.maybeInit);
  const lent = addAll(into.maybeLent, from.maybeLent);
  return addAll(into.maybeInitOnUnwind, from.maybeInitOnUnwind) || moved || init || lent;
}

/** What an unwind edge carries: from there on every live obligation is one on unwind only. */
export function unwound(state: OwnershipState): OwnershipState {
  const maybeInitOnUnwind = state.maybeInitOnUnwind.slice();
  addAll(maybeInitOnUnwind, state.maybeInit);
  return {
    maybeMoved: state.maybeMoved.slice(),
    maybeInit: state.maybeInit.map(() => 0),
    maybeInitOnUnwind,
    maybeLent: state.maybeLent.slice(),
  };
}

/** Whether nothing is true of any path. */
export function isBottom({ maybeMoved, maybeInit, maybeInitOnUnwind, maybeLent }: OwnershipState): boolean {
  return isEmpty(maybeMoved) && isEmpty(maybeInit) && isEmpty(maybeInitOnUnwind) && isEmpty(maybeLent);
}
