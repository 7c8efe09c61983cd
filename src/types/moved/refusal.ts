import type { UseOfMoved } from "../messages.js";

type Primitive = string | number | bigint | boolean | symbol | null | undefined | void;
type Method = (...args: any) => unknown;

type Fits<M, V, Else> = M extends V ? M : Else;

/** Its `this` is the sentence: the method can be named, and a call shows it. */
type ConsumedBy<By extends string, This, Args extends any[]> = (this: UseOfMoved<By> & This, ...args: Args) => never;

/** A predicate is a subtype of nothing but a predicate, so each kind needs a refusal of its own kind. */
interface Predicate<By extends string, This, Value, P extends Value> {
  ofValue(this: UseOfMoved<By> & This, value: Value, ...rest: any): value is P;
  ofThis(this: UseOfMoved<By> & This, ...rest: any): this is P;
  asserting(this: UseOfMoved<By> & This, value: Value, ...rest: any): asserts value;
  assertingType(this: UseOfMoved<By> & This, value: Value, ...rest: any): asserts value is P;
}

type PredicateCall<V, By extends string> = V extends (this: infer This, value: any, ...rest: any) => value is infer P
  ? Fits<Predicate<By, This, any, P>["ofValue"], V, never>
  : V extends { (this: infer This, ...rest: any): this is infer P }
    ? Fits<Predicate<By, This, any, P>["ofThis"], V, never>
    : V extends (this: infer This, value: any, ...rest: any) => asserts value is infer P
      ? Fits<Predicate<By, This, any, P>["assertingType"], V, never>
      : V extends (this: infer This, value: any, ...rest: any) => asserts value
        ? Fits<Predicate<By, This, any, any>["asserting"], V, never>
        : never;

/** A function's own properties, where it has some. */
type WithProperties<M, V> = [keyof V] extends [never] ? M : M & { readonly [K in keyof V]: Tag<V[K]> };

/**
 * A method. The live member's own parameters make a maybe-moved call one signature, hence one error; overloads and
 * generic methods need `any`.
 */
type OfMethod<V, By extends string> = V extends (this: infer This, ...args: infer Args) => unknown
  ? Fits<
      WithProperties<ConsumedBy<By, This, Args>, V>,
      V,
      Fits<WithProperties<ConsumedBy<By, This, any>, V>, V, PredicateCall<V, By>>
    >
  : never;

/** A literal is kept, so that a union of linear types keeps its tag; anything wider has no use that could be refused. */
type Tag<V> = V extends string
  ? string extends V
    ? never
    : V
  : V extends number
    ? number extends V
      ? never
      : V
    : V extends bigint
      ? bigint extends V
        ? never
        : V
      : V extends boolean | null | undefined
        ? V
        : never;

type MethodNames<V> = { [K in keyof V]-?: V[K] extends Method ? K : never }[keyof V];

/**
 * An object in a data property. Reading a field of `never` is an error, calling a method of it only where no live
 * value joins; so what has methods refuses each of them, and what has none (or is an array) becomes `never`.
 */
type OfObject<V, By extends string> = V extends readonly unknown[]
  ? never
  : [MethodNames<V>] extends [never]
    ? never
    : Fits<{ readonly [K in keyof V]-?: V[K] extends Method ? OfMethod<V[K], By> : Tag<V[K]> }, V, never>;

type OfEach<V, By extends string> = V extends Method ? OfMethod<V, By> : OfObject<V, By>;

/**
 * One member of a moved value, in place of a live member of type `V`.
 *
 * It must be a subtype of the live member, whatever its shape: else the moved type is no subtype of the live one,
 * nothing is narrowed, and the move is not seen at all. `never` always fits, but disappears where a live value joins.
 */
export type Refusal<V, By extends string> = 0 extends 1 & V
  ? never
  : [V] extends [Primitive]
    ? Tag<V>
    : OfEach<Exclude<V, Primitive>, By>;
