import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { post } from "../prelude.js";

type Message<S> = { readonly kind: "text"; readonly text: string } | { readonly kind: "fd"; readonly fd: FileDescriptorReservation<S> };

function send<S>(message: Message<S>): void {
  post(message); //~ MC0277
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  send({ kind: "fd", fd });
  return 0;
}
