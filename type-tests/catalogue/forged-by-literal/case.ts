import { put_unused_fd, type FileDescriptorReservation } from "movecheck/fd";

export function run(): number {
  const fd: FileDescriptorReservation<number> = { ok: true, reserved_fd: () => 3, [Symbol.dispose]() {} }; //~ tsc
  put_unused_fd(fd);
  return 0;
}
