import { fget, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using file = fget(current, 99);
  return file.ok ? 1 : 0;
}
