import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const result = with_current((current) => {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    return fd.ok ? { number: fd.reserved_fd(), text: "reserved" } : { number: fd.errno, text: fd.code };
  });
  return result.number + result.text.length;
}
