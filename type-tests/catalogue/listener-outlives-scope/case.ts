import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const events = new EventTarget();
  let failure: unknown;
  with_current((current) => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return fd.errno;
    events.addEventListener("ready", () => { //~ MC0521
      try {
        fd.reserved_fd();
      } catch (error) {
        failure = error;
      }
    });
    return 0;
  });
  events.dispatchEvent(new Event("ready"));
  if (failure !== undefined) throw failure;
  return 0;
}
