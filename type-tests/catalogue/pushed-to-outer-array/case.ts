import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type FileDescriptorReservation } from "movecheck/fd";

const outer: FileDescriptorReservation<any>[] = [];

export function run(): number {
  with_current((current) => {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (fd.ok) outer.push(fd); //~ MC0521
  });
  const fd = outer.pop();
  if (fd !== undefined) put_unused_fd(fd);
  return 0;
}
