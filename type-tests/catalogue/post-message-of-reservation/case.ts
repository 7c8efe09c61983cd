import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const { port1, port2 } = new MessageChannel();
  try {
    port1.postMessage(fd); //~ MC0277
  } finally {
    port1.close();
    port2.close();
  }
  return 0;
}
