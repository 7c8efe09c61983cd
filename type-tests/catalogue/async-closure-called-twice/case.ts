import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { tick } from "../prelude.js";

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const commit = async () => {
    await tick();
    put_unused_fd(fd);
  };
  await commit();
  await commit(); //~ MC0382
  return 0;
}
