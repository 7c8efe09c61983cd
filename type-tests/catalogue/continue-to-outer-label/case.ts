import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  outer: for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) {
      put_unused_fd(fd); //~ MC0382
      continue outer;
    }
  }
  return 0;
}
