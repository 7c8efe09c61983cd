// What the public types of the reservation API are.
import { expectType, type TypeEqual, type TypeOf } from "ts-expect";
import type { Fresh, Linear, NotThreadSafe, Send } from "movecheck";
import {
  fget, filp_open, get_unused_fd_flags, reserveBatch, with_current,
  type ARef, type BadFdError, type CurrentTask, type Errno, type File, type FileDescriptorReservation, type ReservationBatch, type TupleOf,
} from "../support/fd.js";

type Task<S> = CurrentTask<S>;

expectType<TypeOf<Linear<any>, FileDescriptorReservation<1>>>(true);
expectType<TypeOf<NotThreadSafe, FileDescriptorReservation<1>>>(true);
expectType<TypeOf<Disposable, FileDescriptorReservation<1> | Errno | ARef<File> | ReservationBatch<1>>>(true);
expectType<TypeEqual<FileDescriptorReservation<1>["ok"], true>>(true);
expectType<TypeEqual<Errno["ok"], false>>(true);
expectType<TypeOf<Errno, BadFdError>>(true);
expectType<TypeEqual<BadFdError["code"], "EBADF">>(true);
expectType<TypeEqual<ReturnType<FileDescriptorReservation<1>["reserved_fd"]>, number>>(true);

// invariant in the task
expectType<TypeOf<FileDescriptorReservation<unknown>, FileDescriptorReservation<1>>>(false);
expectType<TypeOf<FileDescriptorReservation<1>, FileDescriptorReservation<unknown>>>(false);
expectType<TypeOf<FileDescriptorReservation<1>, FileDescriptorReservation<never>>>(false);
expectType<TypeOf<FileDescriptorReservation<any>, FileDescriptorReservation<1>>>(true);
expectType<TypeOf<Task<unknown>, Task<1>>>(false);

// a file is shared, a reference is owned; a task and what it reserved are not sent
expectType<TypeEqual<Send<FileDescriptorReservation<1>>, "not Send: bound to the task that created it">>(true);
expectType<TypeEqual<Send<Task<1>>, "not Send: bound to the task that created it">>(true);
expectType<TypeOf<Linear<any>, File>>(false);
expectType<TypeEqual<ReturnType<ARef<File>["clone"]>, ARef<File, Fresh>>>(true);

// tuples by length
expectType<TypeEqual<TupleOf<1, 0>, readonly []>>(true);
expectType<TypeEqual<TupleOf<1, 2>, readonly [1, 1]>>(true);
expectType<TypeEqual<TupleOf<1, number>, readonly 1[]>>(true);
expectType<TypeEqual<TupleOf<1, any>, readonly 1[]>>(true);
expectType<TypeEqual<TupleOf<1, never>, never>>(true);
expectType<TypeEqual<TupleOf<1, -1>, never>>(true);
expectType<TypeEqual<TupleOf<1, 1.5>, never>>(true);
expectType<TypeEqual<TupleOf<1, 253>["length"], 253>>(true);
expectType<TypeEqual<TupleOf<1, 1 | 2>, readonly [1] | readonly [1, 1]>>(true);

export function functions<S>(current: CurrentTask<S>, n: number): void {
  expectType<FileDescriptorReservation<S, Fresh> | Errno<"EMFILE" | "ENOMEM">>(get_unused_fd_flags(current, 0));
  expectType<ARef<File, Fresh> | BadFdError>(fget(current, 0));
  expectType<ARef<File, Fresh> | Errno<"ENFILE">>(filp_open("/dev/null"));
  const two = reserveBatch(current, 2, 0);
  if (two.ok) expectType<TypeEqual<typeof two.length, 2>>(true);
  const some = reserveBatch(current, n, 0);
  if (some.ok) expectType<TypeEqual<typeof some.length, number>>(true);
}
expectType<number>(with_current(() => 1));
expectType<Promise<string>>(with_current(async () => "a"));
