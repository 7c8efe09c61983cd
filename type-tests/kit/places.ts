// What is moved: locals, parameters, fields, elements, captured variables, and by which route.
import type { Held, Linear, Live } from "movecheck";
import {
  fd_install, fget, filp_open, get_unused_fd_flags, O_CLOEXEC, open, put_unused_fd,
  type ARef, type CurrentTask, type Errno, type File, type FileDescriptorReservation, sink,
} from "./support/fd.js";

declare const c: boolean;
declare function keep<S>(fd: FileDescriptorReservation<S>): void;
declare function keepLive<S>(fd: Live<FileDescriptorReservation<S>>): void;
declare function keepAll<S>(...fds: FileDescriptorReservation<S>[]): void;
declare function keepFile(file: ARef<File>): void;
declare function later(callback: () => void): void;

export function parameter<S>(fd: FileDescriptorReservation<S>): void {
  fd.reserved_fd();
  put_unused_fd(fd);
  fd.reserved_fd(); // wrong
//^ TS2684
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function parameterByValueAgain<S>(fd: FileDescriptorReservation<S>): void {
  put_unused_fd(fd);
  keep(fd); // wrong: a moved parameter still fits a parameter
//^ missed
}

export function parameterInBranch<S>(fd: FileDescriptorReservation<S>): void {
  if (c) put_unused_fd(fd);
  fd.reserved_fd(); // wrong: the flow type is the declared type again
//^ missed
}

export function parameterInElse<S>(fd: FileDescriptorReservation<S>): void {
  if (c) {} else put_unused_fd(fd);
  fd.reserved_fd(); // wrong: the flow type is the declared type again
//^ missed
}

export function parameterInLoop<S>(fd: FileDescriptorReservation<S>): void {
  while (c) put_unused_fd(fd); // wrong: the flow type is the declared type again
//^ missed
}

export function parameterInBothBranches<S>(fd: FileDescriptorReservation<S>): void {
  if (c) put_unused_fd(fd);
  else fd_install(fd, open());
  fd.reserved_fd(); // wrong
//^ TS2684
}

export function parameterTakenOver<S>(fd: FileDescriptorReservation<S>): void {
  using own = fd;
  if (c) put_unused_fd(own);
  own.reserved_fd(); // wrong
//^ TS2684
}

export function parameterTakenOverInLoop<S>(fd: FileDescriptorReservation<S>): void {
  using own = fd;
  while (c) put_unused_fd(own); // wrong: the flow type is the declared type again
//^ missed
}

export function parameterTakenOverAsUnion<S>(fd: FileDescriptorReservation<S>): void {
  using own: FileDescriptorReservation<S> | undefined = fd;
  while (c) put_unused_fd(own); // wrong
//                        ^ TS2345
}

export function parameterFromUnion<S>(fd: FileDescriptorReservation<S> | Errno): void {
  if (!fd.ok) return;
  if (c) put_unused_fd(fd);
  fd.reserved_fd(); // wrong
//^ TS2684
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function parameterLive<S>(fd: Live<FileDescriptorReservation<S>>): void {
  keepLive(fd);
  put_unused_fd(fd);
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function generic<S, F extends FileDescriptorReservation<S>>(fd: F): void {
  fd.reserved_fd();
  put_unused_fd(fd);
  put_unused_fd(fd); // wrong: a moved type and a type parameter intersect
//^ missed
}

export function parameterDestructured<S>({ fd }: { fd: FileDescriptorReservation<S> }): void {
  put_unused_fd(fd);
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function byValue<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  put_unused_fd(fd);
  keep(fd); // wrong
//     ^ TS2345
  keepLive(fd); // wrong
//         ^ TS2345
  keepAll(fd); // wrong
//        ^ TS2345
  const box: { fd: FileDescriptorReservation<S> } = { fd }; // wrong
//                                                    ^ TS2322
  const list: FileDescriptorReservation<S>[] = [fd]; // wrong
//                                              ^ TS2322
  const pair: [FileDescriptorReservation<S>, number] = [fd, 1]; // wrong
//                                                      ^ TS2322
  sink(box, list, pair);
}

export function byValueLive<S>(current: CurrentTask<S>): FileDescriptorReservation<S> | undefined {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return undefined;
  return fd;
}

export function returnedAfterMove<S>(current: CurrentTask<S>): FileDescriptorReservation<S> | undefined {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return undefined;
  put_unused_fd(fd);
  return fd; // wrong
//^ TS2322
}

export function* yieldedAfterMove<S>(current: CurrentTask<S>): Generator<FileDescriptorReservation<S>> {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  put_unused_fd(fd);
  yield fd; // wrong
//      ^ TS2322
}

export function alias<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  const other = fd;
  put_unused_fd(fd);
  put_unused_fd(other); // wrong: an alias
//^ missed
}

export function aliasFirst<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  const other = fd;
  put_unused_fd(other);
  put_unused_fd(fd); // wrong: an alias
//^ missed
}

export function movedByPassing<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  keep(fd);
  put_unused_fd(fd); // wrong: a by-value argument is no assertion
//^ missed
}

export function movedIntoObject<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  const box = { fd };
  put_unused_fd(box.fd);
  put_unused_fd(fd); // wrong: an alias
//^ missed
}

export function field<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  const box = { fd };
  put_unused_fd(box.fd);
  box.fd.reserved_fd(); // wrong
//^ TS2684
  put_unused_fd(box.fd); // wrong
//              ^ TS2345
}

export function fieldOfField<S>(box: { inner: { fd: FileDescriptorReservation<S> } }): void {
  put_unused_fd(box.inner.fd);
  box.inner.fd.reserved_fd(); // wrong
//^ TS2684
  put_unused_fd(box.inner.fd); // wrong
//              ^ TS2345
}

export function otherField<S>(box: { a: FileDescriptorReservation<S>; b: FileDescriptorReservation<S> }): void {
  put_unused_fd(box.a);
  box.b.reserved_fd();
  put_unused_fd(box.b);
  put_unused_fd(box.a); // wrong
//              ^ TS2345
}

export function fieldGivenAgain<S>(current: CurrentTask<S>, box: { fd: FileDescriptorReservation<S> }): void {
  put_unused_fd(box.fd);
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  box.fd = fd;
  box.fd.reserved_fd();
  put_unused_fd(box.fd);
}

export function element<S>(fds: [FileDescriptorReservation<S>, FileDescriptorReservation<S>]): void {
  put_unused_fd(fds[0]);
  put_unused_fd(fds[1]);
  put_unused_fd(fds[0]); // wrong
//              ^ TS2345
}

export function computedElement<S>(fds: FileDescriptorReservation<S>[], i: number, j: number): void {
  const fd = fds[i];
  if (fd === undefined) return;
  put_unused_fd(fd);
  const again = fds[j];
  if (again !== undefined) put_unused_fd(again); // wrong: j may be i
//^ missed
}

export function destructured<S>(pair: [FileDescriptorReservation<S>, FileDescriptorReservation<S>]): void {
  const [a, b] = pair;
  put_unused_fd(a);
  put_unused_fd(b);
  put_unused_fd(a); // wrong
//              ^ TS2345
}

export function iterated<S>(fds: FileDescriptorReservation<S>[]): void {
  for (const fd of fds) put_unused_fd(fd);
}

export function iteratedTwice<S>(fds: FileDescriptorReservation<S>[]): void {
  for (const fd of fds) {
    put_unused_fd(fd);
    put_unused_fd(fd); // wrong
//                ^ TS2345
  }
}

export function capturedAfterMove<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  put_unused_fd(fd);
  later(() => {
    fd.reserved_fd(); // wrong
//  ^ TS2684
  });
}

export function capturedAndMoved<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  later(() => {
    put_unused_fd(fd);
    put_unused_fd(fd); // wrong
//                ^ TS2345
  });
}

export function calledTwice<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  const drop = (): void => {
    put_unused_fd(fd);
  };
  drop();
  drop(); // wrong: a closure called twice
//^ missed
}

export function usedAfterClosureMovedIt<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  later(() => {
    put_unused_fd(fd);
  });
  fd.reserved_fd(); // wrong: moved in a closure
//^ missed
}

export function immediatelyInvoked<S>(current: CurrentTask<S>): void {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  (() => {
    put_unused_fd(fd);
  })();
}

export function fileTwice<S>(current: CurrentTask<S>): void {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  const file = filp_open("/dev/null");
  if (!a.ok || !b.ok || !file.ok) return;
  fd_install(a, file);
  fd_install(b, file); // wrong: a call narrows one argument
//^ missed
}

export function fileCloned<S>(current: CurrentTask<S>): void {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  const file = fget(current, 0);
  if (!a.ok || !b.ok || !file.ok) return;
  fd_install(a, file.clone());
  fd_install(b, file);
}

declare function reservation<S>(current: CurrentTask<S>): FileDescriptorReservation<S>;
export function wrongResource<S>(current: CurrentTask<S>): void {
  put_unused_fd(open()); // wrong
//              ^ TS2345
  fd_install(open(), reservation(current)); // wrong
//           ^ TS2345
  fd_install(reservation(current), 3); // wrong
//                                 ^ TS2345
  fd_install(reservation(current)); // wrong
//^ TS2554
  keepFile(reservation(current)); // wrong
//         ^ TS2345 (5.9, 6.0)
//         ^ TS2739 (7.0)
  fd_install(reservation(current), open());
}

export function uncheckedFile<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  fd_install(fd, fget(current, 0)); // wrong
//               ^ TS2345
}

export function forged<S>(): void {
  const fd: FileDescriptorReservation<S> = { ok: true, reserved_fd: () => 3, [Symbol.dispose]() {} }; // wrong
//      ^ TS2739
  put_unused_fd({ ok: true, reserved_fd: () => 3 }); // wrong
//              ^ TS2345
  const file: ARef<File> = { ok: true, target: { path: "" } }; // wrong
//                                     ^ TS2741
  const current: CurrentTask<S> = {}; // wrong
//      ^ TS2739
  sink(fd, file, current);
}

export function spread<S>(fd: FileDescriptorReservation<S>): void {
  const copy = { ...fd };
  put_unused_fd(copy); // wrong: spread copies the brands
//^ missed
}

export function cloned<S>(fd: FileDescriptorReservation<S>): void {
  const copy = structuredClone(fd);
  put_unused_fd(copy); // wrong: a structured clone keeps the type
//^ missed
  put_unused_fd(fd);
}
declare function structuredClone<T>(value: T): T;

export function cast<S>(): void {
  put_unused_fd({} as FileDescriptorReservation<S>); // wrong: a cast
//^ missed
  put_unused_fd(JSON.parse("{}")); // wrong: any
//^ missed
}

export function assignedToAny<S>(fd: FileDescriptorReservation<S>): void {
  const hidden: any = fd;
  put_unused_fd(fd);
  put_unused_fd(hidden); // wrong: any
//^ missed
}

export function annotatedLocal<S>(current: CurrentTask<S>): void {
  const fd: FileDescriptorReservation<S> | Errno = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  while (c) put_unused_fd(fd); // wrong
//                        ^ TS2345
}

export function letLocal<S>(fd: FileDescriptorReservation<S>): void {
  let own: FileDescriptorReservation<S>;
  own = fd;
  if (c) put_unused_fd(own);
  put_unused_fd(own); // wrong
//              ^ TS2345
}

export function optional<S>(fd?: FileDescriptorReservation<S>): void {
  if (fd === undefined) return;
  if (c) put_unused_fd(fd);
  put_unused_fd(fd); // wrong
//              ^ TS2345
}

export function nullable<S>(fd: FileDescriptorReservation<S> | null): void {
  if (fd) {
    put_unused_fd(fd);
    fd.reserved_fd(); // wrong
//  ^ TS2684
  }
}

export function optionalChain<S>(fd: FileDescriptorReservation<S> | null): void {
  fd?.reserved_fd();
  if (fd !== null) put_unused_fd(fd);
}

class Holder<S> {
  constructor(private fd: FileDescriptorReservation<S>) {}
  end(): void {
    put_unused_fd(this.fd);
    this.fd.reserved_fd(); // wrong
//  ^ TS2684
  }
  endTwice(): void {
    put_unused_fd(this.fd);
    put_unused_fd(this.fd); // wrong
//                ^ TS2345
  }
  endAcrossCalls(): void {
    this.end();
    this.end(); // wrong: a field moved in another method
//  ^ missed
  }
}
sink(Holder);

interface Pair<H = Held> extends Linear<H> { readonly left: Linear; readonly right: Linear }
export function nothingImplicit(pair: Pair): void {
  sink(pair.left === pair.right);
}
