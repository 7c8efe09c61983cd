// What an editor shows where the pointer rests; the expected texts are in test/types/hover.test.ts, by these marks.
import type { Consume, Linear, Ref } from "movecheck";
import { fd_install, get_unused_fd_flags, installBatch, O_CLOEXEC, open, put_unused_fd, reserveBatch, type CurrentTask, type FileDescriptorReservation } from "../kit/support/fd.js";

declare const c: boolean;

export function reservation<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  void /*result*/fd;
  if (!fd.ok) return;
  void /*live*/fd;
  if (c) {
    fd_install(/*argument*/fd, open());
    void /*moved*/fd;
  }
  void /*maybe-moved*/fd;
  put_unused_fd(fd);
  void /*moved-twice*/fd;
}

export function parameter<S>(fd: FileDescriptorReservation<S>, ref: Ref<FileDescriptorReservation<S>>): void {
  void /*held*/fd;
  put_unused_fd(fd);
  void /*held-moved*/fd;
  void /*borrow*/ref;
  void fd./*refused*/reserved_fd;
}

export function batch<S>(current: CurrentTask<S>): void {
  using fds = reserveBatch(current, 2, O_CLOEXEC);
  if (!fds.ok) return;
  void /*batch-live*/fds;
  installBatch(fds, [open(), open()]);
  void /*batch-moved*/fds;
}

interface Ticket extends Linear { seat(): number }
declare const redeem: Consume<Ticket, "redeem">;
export function ticket(mine: Ticket): void {
  void /*own-live*/mine;
  redeem(mine);
  void /*own-moved*/mine;
}
void /*consumer*/redeem;
void /*fd_install*/fd_install;
