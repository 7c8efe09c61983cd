import { put_unused_fd } from "movecheck/fd";

class Fake {
  readonly ok = true;
  reserved_fd(): number {
    return 3;
  }
  [Symbol.dispose](): void {}
}

export function run(): number {
  const fake = new Fake();
  put_unused_fd(fake); //~ tsc
  return 0;
}
