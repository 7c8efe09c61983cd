import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { tick } from "../prelude.js";

async function refuse(): Promise<void> {
  await tick();
  throw new Error("refused");
}

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1004
  if (!fd.ok) return fd.errno;
  await refuse();
  put_unused_fd(fd);
  return 0;
}
