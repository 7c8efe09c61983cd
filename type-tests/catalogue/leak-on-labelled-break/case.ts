import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  search: for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) {
      const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
      if (!fd.ok) return fd.errno;
      if (i + j === 1) break search;
      put_unused_fd(fd);
    }
  }
  return 0;
}
