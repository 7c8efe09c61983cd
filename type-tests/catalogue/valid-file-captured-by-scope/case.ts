import { with_current, get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  return with_current((current) => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return fd.errno;
    fd_install(fd, a);
    return 0;
  });
}
