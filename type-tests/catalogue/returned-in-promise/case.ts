import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";
import { tick } from "../prelude.js";

export async function run(): Promise<number> {
  const fd = await with_current(async (current) => { //~ tsc
    await tick();
    return get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
  });
  return fd.ok ? fd.reserved_fd() : 0;
}
