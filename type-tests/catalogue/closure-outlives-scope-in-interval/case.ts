import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export async function run(): Promise<number> {
  let failure: unknown;
  with_current((current) => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return fd.errno;
    const timer = setInterval(() => { //~ MC0521
      clearInterval(timer);
      try {
        fd.reserved_fd();
      } catch (error) {
        failure = error;
      }
    }, 0);
    return 0;
  });
  await new Promise((done) => { setTimeout(done, 5); });
  if (failure !== undefined) throw failure;
  return 0;
}
