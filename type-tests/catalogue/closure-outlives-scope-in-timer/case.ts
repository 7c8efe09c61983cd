import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC } from "movecheck/fd";

export async function run(): Promise<number> {
  let failure: unknown;
  with_current((current) => {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return;
    setTimeout(() => { //~ MC0521
      try {
        put_unused_fd(fd);
      } catch (error) {
        failure = error;
      }
    }, 0);
  });
  await new Promise((done) => { setTimeout(done, 5); });
  if (failure !== undefined) throw failure;
  return 0;
}
