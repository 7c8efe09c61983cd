import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
}

function store<S>(fd: FileDescriptorReservation<S>): Slot<S> {
  put_unused_fd(fd);
  return { fd }; //~ MC0382
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const slot = store(fd);
  put_unused_fd(slot.fd);
  return 0;
}
