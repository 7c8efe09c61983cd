import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { tick } from "../prelude.js";

async function* names(): AsyncGenerator<string> {
  yield "a";
  await tick();
  yield "b";
}

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  for await (const name of names()) {
    if (name !== "") put_unused_fd(fd); //~ MC0382
  }
  return 0;
}
