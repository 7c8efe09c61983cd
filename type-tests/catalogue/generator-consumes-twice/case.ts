import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

function* steps<S>(current: CurrentTask<S>): Generator<number, number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  put_unused_fd(fd);
  yield 1;
  put_unused_fd(fd); //~ MC0382
  return 0;
}

export function run<S>(current: CurrentTask<S>): number {
  let sum = 0;
  for (const step of steps(current)) sum += step;
  return sum;
}
