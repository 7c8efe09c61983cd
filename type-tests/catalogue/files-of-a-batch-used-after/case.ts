import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, reserveBatch, installBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  installBatch(batch, [a]);
  fd_install(fd, a); //~ MC0382
  return 0;
}
