import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function* reserve<S>(current: CurrentTask<S>): Generator<FileDescriptorReservation<S>, void> {
  for (let i = 0; i < 2; i++) {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return;
    yield fd;
  }
}

export function run<S>(current: CurrentTask<S>): number {
  for (const fd of reserve(current)) put_unused_fd(fd);
  return 0;
}
