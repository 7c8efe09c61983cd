import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

let kept: FileDescriptorReservation<any> | undefined;

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  kept = fd; //~ MC0521
  return 0;
}

export function after(): number {
  return kept?.reserved_fd() ?? 0;
}
