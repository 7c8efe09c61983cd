import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

function* steps<S>(current: CurrentTask<S>): Generator<number, number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  yield fd.reserved_fd();
  put_unused_fd(fd);
  return 0;
}

export function run<S>(current: CurrentTask<S>): number {
  let sum = 0;
  for (const step of steps(current)) sum += step;
  return sum;
}
