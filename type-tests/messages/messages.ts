// One misuse of each kind; what the error says is in test/types/messages.test.ts, by these marks.
import type { Consume, Fresh, Held, Linear, Ref, Send } from "movecheck";
import {
  fd_install, get_unused_fd_flags, installBatch, O_CLOEXEC, open, put_unused_fd, reserveBatch, with_current,
  type CurrentTask, type FileDescriptorReservation,
} from "../kit/support/fd.js";

declare const c: boolean;
declare function post<T>(message: Send<T>): void;
declare function look<S>(fd: Ref<FileDescriptorReservation<S>>): void;
declare function keep<S>(fd: FileDescriptorReservation<S>): void;

export function install<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  fd.reserved_fd(); // unchecked errno
  if (!fd.ok) return;
  post({ fd }); // sent
  fd_install(fd, open());
  fd_install(fd, open()); // double commit
  fd.reserved_fd(); // method
  keep(fd); // by value
  look(fd); // borrow
}

export function maybe<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) fd_install(fd, open());
  fd.reserved_fd(); // maybe method
  put_unused_fd(fd); // maybe double commit
}

export function borrowed<S>(fd: Ref<FileDescriptorReservation<S>>): void {
  put_unused_fd(fd); // consume a borrow
}

export function batch<S>(current: CurrentTask<S>): void {
  using fds = reserveBatch(current, 2, O_CLOEXEC);
  if (!fds.ok) return;
  installBatch(fds, [open()]); // too few files
}

with_current((current) => get_unused_fd_flags(current, O_CLOEXEC)); // escape

interface Ticket<H = Held> extends Linear<H> { seat(): number }
declare const redeem: Consume<Ticket<Fresh>, "redeem">;
export function own(ticket: Ticket): void {
  redeem(ticket);
  ticket.seat(); // one's own type
}
