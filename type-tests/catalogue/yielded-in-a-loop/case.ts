import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { coin } from "../prelude.js";

function* copies<S>(current: CurrentTask<S>): Generator<FileDescriptorReservation<S>, void> {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  do {
    yield fd; //~ MC0382
  } while (coin());
}

export function run<S>(current: CurrentTask<S>): number {
  for (const fd of copies(current)) put_unused_fd(fd);
  return 0;
}
