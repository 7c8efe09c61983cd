import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

async function later<S>(fd: FileDescriptorReservation<S>): Promise<FileDescriptorReservation<S>> {
  return fd;
}

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const promise = later(fd);
  using first = await promise;
  using second = await promise; //~ MC0382
  put_unused_fd(first);
  put_unused_fd(second);
  return 0;
}
