// What the re-created tests share. `//~ MC0382` at the end of a line: the checker reports that code there.
// Leaks (MC1001, MC1004) are left out: rustc drops what these programs leave, and has no such errors.
import type { Consume, Linear, Live, NotThreadSafe, Once, Ref, Send } from "movecheck";

/** A value without fields of its own that must be consumed: Rust's `struct NonCopy;` with drop glue. */
export interface Token extends Linear, Disposable {
  readonly id: number;
  use_self(this: Live<Token>): void;
  use_ref(): void;
  /** Gives a borrow of the receiver back. */
  as_ref(): Ref<Token>;
}
export interface Holder { f: Token }
export interface Pair { a: Token; b: Token }
/** Linear itself, with a linear field: nothing can be moved out of it. */
export interface Guard extends Linear, Disposable { f: Token; g: Token }

export declare function make(): Token;
export declare function maybe(): Token | null;
export declare function make_guard(): Guard;
export declare const consume: Consume<Token, "consume">;
export declare function eat(value: Token): void;
export declare function eat_pair(value: Pair): void;
export declare function eat_all(values: Token[]): void;
export declare function touch(value: Ref<Token>): void;
export declare function take(value: Token): boolean;
export declare function cond(): boolean;
/** Rust's `F: FnOnce()`. */
export declare function call_once(f: Once<() => void>): void;
export declare function assert_send<T>(value: Send<T>): void;
export type { Consume, Linear, Live, NotThreadSafe, Once, Ref, Send };
