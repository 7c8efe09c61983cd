import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { take } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  let kept: FileDescriptorReservation<S> | null = null;
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  kept = fd;
  take(kept);
  if (kept !== null) return 1; //~ MC0382
  return 0;
}
