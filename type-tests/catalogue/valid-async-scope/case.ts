import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC } from "movecheck/fd";
import { tick } from "../prelude.js";

export async function run(): Promise<number> {
  return await with_current(async (current) => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return fd.errno;
    await tick();
    put_unused_fd(fd);
    return 0;
  });
}
