/** Tail recursive; above 512 (one message carries 253) it gives up and leaves the length to the run time. */
type Exactly<T, N extends number, Acc extends readonly unknown[] = readonly []> = Acc["length"] extends N
  ? Acc
  : Acc["length"] extends 512
    ? readonly T[]
    : Exactly<T, N, readonly [...Acc, T]>;

/**
 * A tuple of `N` elements of type `T`.
 *
 * It is an array where `N` is not known while compiling (the run time then compares the lengths), and `never` where `N`
 * is no length.
 *
 * @example
 * import type { TupleOf } from "movecheck/fd";
 *
 * const pair: TupleOf<string, 2> = ["a", "b"];
 */
export type TupleOf<T, N extends number> = number extends N
  ? readonly T[]
  : N extends number
    ? `${N}` extends `-${string}` | `${string}.${string}` | `${string}e${string}`
      ? never
      : Exactly<T, N>
    : never;
