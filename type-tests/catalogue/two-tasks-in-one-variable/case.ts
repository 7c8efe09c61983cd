import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  return with_current((outer) => {
    return with_current((inner) => {
      let fd = get_unused_fd_flags(outer, O_CLOEXEC);
      if (!fd.ok) return fd.errno;
      put_unused_fd(fd);
      fd = get_unused_fd_flags(inner, O_CLOEXEC); //~ tsc
      if (!fd.ok) return fd.errno;
      put_unused_fd(fd);
      return 0;
    });
  });
}
