import { with_current, get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run(): number {
  const outer: { current?: CurrentTask<any> } = {};
  with_current((current) => {
    outer.current = current; //~ MC0521
  });
  if (outer.current === undefined) return 0;
  using fd = get_unused_fd_flags(outer.current, O_CLOEXEC);
  return fd.ok ? 1 : 0;
}
