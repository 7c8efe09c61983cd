import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

type Message<S> =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "fd"; readonly fd: FileDescriptorReservation<S> };

function handle<S>(message: Message<S>): number {
  if (message.kind === "text") return message.text.length;
  put_unused_fd(message.fd);
  return 0;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return handle({ kind: "fd", fd }) + handle<S>({ kind: "text", text: "a" });
}
