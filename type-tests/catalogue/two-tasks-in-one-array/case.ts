import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  return with_current((outer) => {
    return with_current((inner) => {
      using left = get_unused_fd_flags(outer, O_CLOEXEC);
      if (!left.ok) return left.errno;
      using right = get_unused_fd_flags(inner, O_CLOEXEC);
      if (!right.ok) return right.errno;
      const fds = [left];
      fds.push(right); //~ tsc
      for (const fd of fds) put_unused_fd(fd);
      return 0;
    });
  });
}
