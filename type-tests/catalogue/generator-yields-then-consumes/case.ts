import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function* steps<S>(current: CurrentTask<S>): Generator<FileDescriptorReservation<S>, void> {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  yield fd;
  put_unused_fd(fd); //~ MC0382
}

export function run<S>(current: CurrentTask<S>): number {
  for (const fd of steps(current)) put_unused_fd(fd);
  return 0;
}
