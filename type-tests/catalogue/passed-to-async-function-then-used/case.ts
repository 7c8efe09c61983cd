import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { tick } from "../prelude.js";

async function finish<S>(fd: FileDescriptorReservation<S>): Promise<void> {
  using held = fd;
  await tick();
  put_unused_fd(held);
}

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  await finish(fd);
  put_unused_fd(fd); //~ MC0382
  return 0;
}
