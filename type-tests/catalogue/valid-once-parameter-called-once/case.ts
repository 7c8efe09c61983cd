import type { Once } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { coin } from "../prelude.js";

function maybe(commit: Once<() => void>, cancel: Once<() => void>): void {
  if (coin()) commit();
  else cancel();
}

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  maybe(() => { put_unused_fd(a); }, () => { put_unused_fd(b); });
  return 0;
}
