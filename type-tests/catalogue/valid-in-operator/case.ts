import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

type Result<S> = { readonly fd: FileDescriptorReservation<S> } | { readonly error: string };

function finish<S>(result: Result<S>): number {
  if ("error" in result) return result.error.length;
  put_unused_fd(result.fd);
  return 0;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return finish({ fd }) + finish<S>({ error: "none" });
}
