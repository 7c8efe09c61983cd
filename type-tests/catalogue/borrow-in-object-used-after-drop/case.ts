import type { Ref } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Viewer<S> {
  readonly seen: Ref<FileDescriptorReservation<S>>;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const viewer: Viewer<S> = { seen: fd };
  put_unused_fd(fd); //~ MC0505
  return viewer.seen.reserved_fd();
}
