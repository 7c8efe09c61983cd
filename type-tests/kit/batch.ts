// A batch is typed by its length; `installBatch` has type parameters, and control flow follows it all the same.
import {
  dropBatch, installBatch, O_CLOEXEC, open, reserveBatch,
  type CurrentTask, type ReservationBatch, sink,
} from "./support/fd.js";

declare const c: boolean;
declare const n: number;
declare const list: readonly number[];

export function exact<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  const [a, b] = batch.reserved_fds();
  const length: 2 = batch.length;
  installBatch(batch, [open(), open()]);
  return a + b + length;
}

export function tooFew<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, [open()]); // wrong
//                    ^ TS2345
}

export function tooMany<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, [open(), open(), open()]); // wrong
//                    ^ TS2345
}

export function none<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, []); // wrong
//                    ^ TS2345
}

export function unknownNumberOfFiles<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, list.map(() => open())); // wrong
//                    ^ TS2345
}

export function empty<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 0, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, []);
}

export function thirdNumber<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  const [, , third] = batch.reserved_fds(); // wrong
//           ^ TS2493
  sink(third);
  dropBatch(batch);
}

export function wholeMessage<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 253, O_CLOEXEC);
  if (!batch.ok) return;
  batch.reserved_fds()[252].toFixed();
  installBatch(batch, [open()]); // wrong
//                    ^ TS2345
}

export function computedLength<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, list.length, O_CLOEXEC);
  if (!batch.ok) return;
  const numbers: readonly number[] = batch.reserved_fds();
  sink(numbers);
  installBatch(batch, list.map(() => open()));
  dropBatch(batch); // wrong
//          ^ TS2345
}

export function noLength<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, -1, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, []); // wrong
//                    ^ TS2345
}

export function tuple<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  const files = [open(), open()] as const;
  installBatch(batch, files);
}

export function installTwice<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  installBatch(batch, [open()]);
  installBatch(batch, [open()]); // wrong
//             ^ TS2345
  batch.reserved_fds(); // wrong
//^ TS2684
  dropBatch(batch); // wrong
//          ^ TS2345
}

export function dropThenInstall<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  dropBatch(batch);
  installBatch(batch, [open()]); // wrong
//             ^ TS2345
}

export function branch<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  if (c) installBatch(batch, [open()]);
  batch.reserved_fds(); // wrong
//^ TS2684
  dropBatch(batch); // wrong
//          ^ TS2345
}

export function otherBranch<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  if (c) {
    batch.reserved_fds();
  } else {
    installBatch(batch, [open()]);
  }
  dropBatch(batch); // wrong
//          ^ TS2345
}

export function loop<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  while (c) installBatch(batch, [open()]); // wrong
//                       ^ TS2345
}

export function loopWithUse<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  for (const item of list) {
    batch.reserved_fds(); // wrong
//  ^ TS2684
    if (item > 1) installBatch(batch, [open()]); // wrong
//                             ^ TS2345
  }
}

export function loopThenBreak<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return;
  for (const item of list) {
    batch.reserved_fds();
    if (item > 1) {
      installBatch(batch, [open()]);
      break;
    }
  }
}

export function nestedLoops<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  while (c) {
    do {
      const file = open();
      if (n > 1) installBatch(batch, [file, file.clone()]); // wrong
//                            ^ TS2345
    } while (n > 2);
  }
}

export function twoInOneLoop<S>(current: CurrentTask<S>): void {
  using a = reserveBatch(current, 1, O_CLOEXEC);
  using b = reserveBatch(current, 2, O_CLOEXEC);
  if (!a.ok || !b.ok) return;
  while (c) {
    installBatch(a, [open()]); // wrong
//               ^ TS2345
    installBatch(b, [open(), open()]); // wrong
//               ^ TS2345
  }
}

export function filesFromBatchInLoop<S>(current: CurrentTask<S>): void {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return;
  while (c) {
    const [a, b] = batch.reserved_fds(); // wrong
//                 ^ TS2684
    installBatch(batch, [open(), a > b ? open() : open()]); // wrong
//               ^ TS2345
  }
}

export function madeInLoop<S>(current: CurrentTask<S>): void {
  while (c) {
    using batch = reserveBatch(current, 3, O_CLOEXEC);
    if (!batch.ok) continue;
    installBatch(batch, [open(), open(), open()]);
  }
}

export function reservedAgain<S>(current: CurrentTask<S>): void {
  let batch = reserveBatch(current, 1, O_CLOEXEC);
  while (c) {
    if (!batch.ok) return;
    installBatch(batch, [open()]);
    batch = reserveBatch(current, 1, O_CLOEXEC);
  }
}

export function parameter<S>(batch: ReservationBatch<S, 2>): void {
  installBatch(batch, [open(), open()]);
  installBatch(batch, [open(), open()]); // wrong
//             ^ TS2345
}

export function genericLength<S, N extends number>(batch: ReservationBatch<S, N>): void {
  dropBatch(batch);
  dropBatch(batch); // wrong
//          ^ TS2345
}

export function otherLength<S>(batch: ReservationBatch<S, 2>): ReservationBatch<S, 3> {
  return batch; // wrong
//^ TS2322
}
