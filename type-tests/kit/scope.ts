// What may leave `with_current`, and what may not.
import type { Ref } from "movecheck";
import {
  fd_install, get_unused_fd_flags, O_CLOEXEC, open, put_unused_fd, reserveBatch, with_current,
  type CurrentTask, type FileDescriptorReservation, sink,
} from "./support/fd.js";

export const number: number = with_current((current) => {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const reserved = fd.reserved_fd();
  fd_install(fd, open());
  return reserved;
});
export const promised: Promise<number> = with_current(async (current) => {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  await Promise.resolve();
  put_unused_fd(fd);
  return 0;
});
export const nothing: void = with_current(() => {});
export const nested: string = with_current(() => with_current(() => "inner"));
export const named: number = with_current(named1);
function named1<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, 0);
  return fd.ok ? 0 : fd.errno;
}

with_current((current) => current); // wrong
//                        ^ TS2322
with_current((current) => [current]); // wrong
//                         ^ TS2322
with_current((current) => ({ current })); // wrong
//                           ^ TS2322
with_current((current) => () => current); // wrong
//                              ^ TS2322
with_current(async (current) => current); // wrong
//                              ^ TS2322
with_current((current) => Promise.resolve(current)); // wrong
//                        ^ TS2322
with_current((current) => get_unused_fd_flags(current, 0)); // wrong
//                        ^ TS2322
with_current((current) => [get_unused_fd_flags(current, 0)]); // wrong
//                         ^ TS2322
with_current((current) => ({ deep: { fd: get_unused_fd_flags(current, 0) } })); // wrong
//                                   ^ TS2322
with_current((current) => () => get_unused_fd_flags(current, 0)); // wrong
//                              ^ TS2322
with_current(async (current) => get_unused_fd_flags(current, 0)); // wrong
//                              ^ TS2322
with_current((current) => new Map([["fd", get_unused_fd_flags(current, 0)]])); // wrong
//                        ^ TS2322
with_current((current) => new Set([get_unused_fd_flags(current, 0)])); // wrong
//                        ^ TS2322
with_current((current) => reserveBatch(current, 2, 0)); // wrong
//                        ^ TS2322
with_current(function* (current) { // wrong
//           ^ TS2345
  yield get_unused_fd_flags(current, 0);
});
with_current((current) => (other: typeof current) => other); // wrong
//                        ^ TS2322

let outside: FileDescriptorReservation<unknown> | undefined;
let borrowed: Ref<FileDescriptorReservation<unknown>> | undefined;
let list: FileDescriptorReservation<unknown>[] = [];
let anything: FileDescriptorReservation<any> | undefined;
let opaque: unknown;
with_current((current) => {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  outside = fd; // wrong
//^ TS2322
  borrowed = fd; // wrong
//^ TS2322
  list.push(fd); // wrong
//          ^ TS2345
  list = [fd]; // wrong
//        ^ TS2322
  anything = fd; // wrong: any
//^ missed
  opaque = fd; // wrong: unknown
//^ missed
});
sink(outside, borrowed, list, anything, opaque);

with_current((a) => {
  with_current((b) => {
    const fd = get_unused_fd_flags(a, 0);
    if (!fd.ok) return;
    const mine: FileDescriptorReservation<typeof b extends CurrentTask<infer S> ? S : never> = fd; // wrong
//        ^ TS2322
    sink(mine);
  });
});

declare function sameTask<S>(current: CurrentTask<S>, fd: FileDescriptorReservation<S>): void;
with_current((a) => {
  const fd = get_unused_fd_flags(a, 0);
  if (!fd.ok) return;
  sameTask(a, fd);
  with_current((b) => {
    sameTask(b, fd); // wrong
//              ^ TS2345
  });
});
