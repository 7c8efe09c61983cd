import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { tick } from "../prelude.js";

async function finish<S>(fd: FileDescriptorReservation<S>): Promise<number> {
  using held = fd;
  await tick();
  return held.reserved_fd();
}

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return await finish(fd);
}
