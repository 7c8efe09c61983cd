import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function run(): number {
  const fd = 3 as FileDescriptorReservation<number>; //~ tsc MC1003
  put_unused_fd(fd);
  return 0;
}
