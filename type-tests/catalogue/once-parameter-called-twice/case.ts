import type { Once } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

function twice(commit: Once<() => void>): void {
  commit();
  commit(); //~ MC0382
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  twice(() => { put_unused_fd(fd); });
  return 0;
}
