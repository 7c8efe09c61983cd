import { with_current, get_unused_fd_flags, O_CLOEXEC, type FileDescriptorReservation } from "movecheck/fd";

const outer: { fd?: FileDescriptorReservation<any> } = {};

export function run(): number {
  with_current((current) => {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (fd.ok) outer.fd = fd; //~ MC0521
  });
  return outer.fd?.reserved_fd() ?? 0;
}
