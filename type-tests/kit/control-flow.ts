// Where a move is followed: each kind of control flow, with a reservation born from a union and narrowed.
import { fd_install, get_unused_fd_flags, O_CLOEXEC, open, put_unused_fd, sink, type CurrentTask } from "./support/fd.js";

declare const c: boolean;
declare const n: number;
declare const list: readonly number[];
declare function mayThrow(): void;
declare function fail(): never;

export function straight<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const number = fd.reserved_fd();
  fd_install(fd, open());
  fd.reserved_fd(); // wrong
//^ TS2684
  fd_install(fd, open()); // wrong
//           ^ TS2345
  put_unused_fd(fd); // wrong
//              ^ TS2345
  return number;
}

export function uncheckedErrno<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  fd.reserved_fd(); // wrong
//   ^ TS2339
  fd_install(fd, open()); // wrong
//           ^ TS2345
}

export function checkedTheOtherWay<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (fd.ok) {
    fd_install(fd, open());
    return 0;
  }
  return fd.errno;
}

export function bothBranches<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) fd_install(fd, open());
  else put_unused_fd(fd);
}

export function bothBranchesThenUse<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) fd_install(fd, open());
  else put_unused_fd(fd);
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function thenBranch<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) fd_install(fd, open());
  fd.reserved_fd(); // wrong
//^ TS2684
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function elseBranch<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) {
    fd.reserved_fd();
  } else {
    put_unused_fd(fd);
  }
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function emptyThenBranch<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) {} else put_unused_fd(fd);
  fd_install(fd, open()); // wrong
//           ^ TS2345
}

export function branchThatReturns<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) {
    put_unused_fd(fd);
    return;
  }
  fd_install(fd, open());
}

export function branchThatThrows<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) {
    put_unused_fd(fd);
    throw new Error("no");
  }
  fd_install(fd, open());
}

export function branchThatNeverReturns<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) {
    put_unused_fd(fd);
    fail();
  }
  fd_install(fd, open());
}

export function elseIf<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (n === 1) fd.reserved_fd();
  else if (n === 2) fd_install(fd, open());
  else if (n === 3) fd.reserved_fd();
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function nested<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  if (c) {
    if (n > 1) {
      if (n > 2) put_unused_fd(fd);
    }
  }
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function switched<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  switch (n) {
    case 0:
      fd_install(fd, open());
      break;
    case 1:
      put_unused_fd(fd);
      break;
    default:
      fd.reserved_fd();
      put_unused_fd(fd);
  }
}

export function switchFallthrough<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  switch (n) {
    case 0:
      fd_install(fd, open());
    case 1:
      put_unused_fd(fd); // wrong
//                  ^ TS2345
      break;
    case 2:
      put_unused_fd(fd);
  }
}

export function switchThenUse<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  switch (n) {
    case 0:
      fd_install(fd, open());
      break;
    default:
      break;
  }
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function whileLoop<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  while (c) put_unused_fd(fd); // wrong
//                        ^ TS2345
}

export function doLoop<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  do {
    put_unused_fd(fd); // wrong
//                ^ TS2345
  } while (c);
}

export function doOnce<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  do {
    put_unused_fd(fd);
    break;
  } while (c);
}

export function forLoop<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (let i = 0; i < n; i += 1) {
    fd.reserved_fd(); // wrong
//  ^ TS2684
    put_unused_fd(fd); // wrong
//                ^ TS2345
  }
}

export function forIncrement<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (let i = 0; i < n; i += fd.reserved_fd()) { // wrong
//                            ^ TS2684
    put_unused_fd(fd); // wrong
//                ^ TS2345
  }
}

export function forOf<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (const item of list) {
    if (item > 1) put_unused_fd(fd); // wrong
//                              ^ TS2345
  }
}

export function forIn<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (const key in { a: 1 }) {
    sink(key);
    put_unused_fd(fd); // wrong
//                ^ TS2345
  }
}

export function madeInLoop<S>(current: CurrentTask<S>): void {
  for (const item of list) {
    using fd = get_unused_fd_flags(current, item);
    if (!fd.ok) continue;
    fd_install(fd, open());
  }
}

export function moveThenBreak<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (const item of list) {
    if (item > 1) {
      put_unused_fd(fd);
      break;
    }
    fd.reserved_fd();
  }
}

export function moveThenBreakThenUse<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (const item of list) {
    if (item > 1) {
      put_unused_fd(fd);
      break;
    }
  }
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function moveThenContinue<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  for (const item of list) {
    fd.reserved_fd(); // wrong
//  ^ TS2684
    if (item > 1) {
      put_unused_fd(fd); // wrong
//                  ^ TS2345
      continue;
    }
  }
}

export function labelledBreak<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  outer: for (const a of list) {
    for (const b of list) {
      if (a > b) {
        put_unused_fd(fd);
        break outer;
      }
    }
  }
}

export function labelledContinue<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  outer: for (const a of list) {
    for (const b of list) {
      if (a > b) {
        put_unused_fd(fd); // wrong
//                    ^ TS2345
        continue outer;
      }
    }
  }
}

export function labelledBlock<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  done: {
    if (c) break done;
    put_unused_fd(fd);
  }
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function nestedLoops<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  while (c) {
    while (n > 1) {
      if (n > 2) fd_install(fd, open()); // wrong
//                          ^ TS2345
    }
  }
}

export function reserveAgain<S>(current: CurrentTask<S>): void {
  let fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  put_unused_fd(fd);
  fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  fd.reserved_fd();
  put_unused_fd(fd);
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function reserveAgainInLoop<S>(current: CurrentTask<S>): void {
  let fd = get_unused_fd_flags(current, O_CLOEXEC);
  while (c) {
    if (!fd.ok) return;
    fd_install(fd, open());
    fd = get_unused_fd_flags(current, O_CLOEXEC);
  }
  if (fd.ok) put_unused_fd(fd);
}

export function reserveAgainTooLate<S>(current: CurrentTask<S>): void {
  let fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  while (c) {
    put_unused_fd(fd); // wrong
//                ^ TS2345
    if (n > 1) continue;
    fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return;
  }
}

export function tryMovesThenCatchUses<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  try {
    put_unused_fd(fd);
    mayThrow();
  } catch {
    fd.reserved_fd(); // wrong: tsc has no edge from inside a try block
//  ^ missed
  }
}

export function tryMovesThenAfter<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  try {
    put_unused_fd(fd);
  } catch {
    return;
  }
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function finallyUses<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  try {
    put_unused_fd(fd);
  } finally {
    fd.reserved_fd(); // wrong
//  ^ TS2684
  }
}

export function finallyMoves<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  try {
    mayThrow();
  } finally {
    put_unused_fd(fd);
  }
}

export function finallyMovesThenUse<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  try {
    mayThrow();
  } finally {
    put_unused_fd(fd);
  }
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function moveInAnd<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  c && put_unused_fd(fd);
  fd.reserved_fd(); // wrong: a move that is no statement
//^ missed
}

export function moveInTernary<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  c ? put_unused_fd(fd) : fd_install(fd, open());
  fd.reserved_fd(); // wrong: a move that is no statement
//^ missed
}

export function moveInComma<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  mayThrow(), put_unused_fd(fd);
  fd.reserved_fd(); // wrong: a move that is no statement
//^ TS2684
}

export function moveInVoid<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  void put_unused_fd(fd);
  fd.reserved_fd(); // wrong: a move that is no statement
//^ missed
}

export function moveInReturn<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  return put_unused_fd(fd);
}

export async function awaited<S>(current: CurrentTask<S>): Promise<void> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  fd.reserved_fd();
  await Promise.resolve();
  put_unused_fd(fd);
  await Promise.resolve();
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function* yielded<S>(current: CurrentTask<S>): Generator<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  yield fd.reserved_fd();
  put_unused_fd(fd);
  yield fd.reserved_fd(); // wrong
//      ^ TS2684
}

export function disposeAfterMove<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  put_unused_fd(fd);
  fd[Symbol.dispose]();
}

export function twoOfThem<S>(current: CurrentTask<S>): void {
  using first = get_unused_fd_flags(current, O_CLOEXEC);
  using second = get_unused_fd_flags(current, O_CLOEXEC);
  if (!first.ok || !second.ok) return;
  fd_install(first, open());
  second.reserved_fd();
  fd_install(second, open());
  first.reserved_fd(); // wrong
//^ TS2684
  second.reserved_fd(); // wrong
//^ TS2684
}

export function narrowedByEquality<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (fd.ok === false) return;
  put_unused_fd(fd);
}

export function narrowedByIn<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if ("errno" in fd) return;
  put_unused_fd(fd);
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function narrowedBySwitch<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  switch (fd.ok) {
    case true:
      put_unused_fd(fd);
      return 0;
    case false:
      return fd.errno;
  }
}
