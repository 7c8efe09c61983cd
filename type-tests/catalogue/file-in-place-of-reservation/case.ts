import { fd_install, filp_open, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using b = filp_open("b");
  if (!b.ok) return b.errno;
  fd_install(a, b); //~ tsc
  return 0;
}
