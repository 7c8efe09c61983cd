import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type FileDescriptorReservation } from "movecheck/fd";

export function run(): number {
  let outer: FileDescriptorReservation<unknown> | undefined;
  with_current((current) => {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (fd.ok) outer = fd; //~ MC0521
  });
  if (outer !== undefined) put_unused_fd(outer);
  return 0;
}
