import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type FileDescriptorReservation } from "movecheck/fd";

function dropBoth<S>(left: FileDescriptorReservation<S>, right: FileDescriptorReservation<S>): void {
  put_unused_fd(left);
  put_unused_fd(right);
}

export function run(): number {
  return with_current((outer) => {
    return with_current((inner) => {
      using left = get_unused_fd_flags(outer, O_CLOEXEC);
      if (!left.ok) return left.errno;
      using right = get_unused_fd_flags(inner, O_CLOEXEC);
      if (!right.ok) return right.errno;
      dropBoth(left, right); //~ tsc
      return 0;
    });
  });
}
