/**
 * What the cases share: functions that take by value or borrow, control flow that no compiler can foresee, callbacks, and
 * a linear type that is bound to no task. prelude.rs has the same under the same names.
 */
import type { Consume, Fresh, Held, Linear, Once, Ref, Send } from "movecheck";
import { type FileDescriptorReservation, put_unused_fd } from "movecheck/fd";

/** A value with an obligation and no task; a `Token<Fresh>` is one that was just made. */
export interface Token<H = Held> extends Linear<H>, Disposable {
  id(): number;
}

/** Makes a token. */
export function make(id: number): Token<Fresh> {
  // Only a cast makes a value of a branded type: the brands exist for the compiler alone.
  return { id: () => id, [Symbol.dispose]() {} } as unknown as Token<Fresh>;
}

/** Consumes a token. */
export const eat: Consume<Token<Fresh>, "eat"> = (token) => {
  token[Symbol.dispose]();
};

/** Takes a reservation by value. */
export function take<S>(fd: FileDescriptorReservation<S>): void {
  put_unused_fd(fd);
}

/** Takes a reservation by value and gives it back. */
export function pass<S>(fd: FileDescriptorReservation<S>): FileDescriptorReservation<S> {
  return fd;
}

/** Borrows a reservation for the time of the call. */
export function peek<S>(fd: Ref<FileDescriptorReservation<S>>): number {
  return fd.reserved_fd();
}

/** Borrows a reservation for as long as the result is used. */
export function view<S>(fd: Ref<FileDescriptorReservation<S>>): Ref<FileDescriptorReservation<S>> {
  return fd;
}

let tosses = 0;

/** True, true, false, and again: enough to enter a loop twice and to leave it. */
export function coin(): boolean {
  tosses += 1;
  return tosses % 3 !== 0;
}

/** Starts `coin` afresh, so that each case sees the same. */
export function resetCoin(): void {
  tosses = 0;
}

/** Zero, which no compiler knows. */
export function index(): number {
  return tosses - tosses;
}

/** Throws. */
export function risky(): void {
  throw new Error("risky");
}

/** Never returns. */
export function fail(): never {
  throw new Error("fail");
}

/** Settles a little later. */
export async function tick(): Promise<void> {
  await Promise.resolve();
}

/** Calls back once. */
export function once(callback: Once<() => void>): void {
  callback();
}

/** Calls back twice. */
export function often(callback: () => void): void {
  callback();
  callback();
}

/** Code that nobody typed: what goes in comes out. */
export function untyped(value: any): any {
  return value;
}

/** Another task: what goes there must be Send. */
export function post<T>(message: Send<T>): void {
  structuredClone(message);
}
