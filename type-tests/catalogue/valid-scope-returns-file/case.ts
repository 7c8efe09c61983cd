import { with_current, fget } from "movecheck/fd";

export function run(): number {
  using file = with_current((current) => fget(current, 0));
  return file.ok ? file.target.path.length : 0;
}
