// `Ref<T>`: what it takes, what it gives, and what it refuses.
import type { Consume, Fresh, Held, Linear, Ref } from "movecheck";
import {
  fd_install, get_unused_fd_flags, O_CLOEXEC, open, put_unused_fd,
  type ARef, type CurrentTask, type File, type FileDescriptorReservation, type ReservationBatch, sink,
} from "./support/fd.js";

declare function look<S>(fd: Ref<FileDescriptorReservation<S>>): number;
declare function lookAt(fd: Ref<FileDescriptorReservation<any>>): number;
declare function keep<S>(fd: FileDescriptorReservation<S>): void;

interface Engine<H = Held> extends Linear<H>, Disposable { start(): void }
interface Car<H = Held> extends Linear<H> {
  readonly engine: Engine;
  readonly spare?: Engine;
  wheels: Engine[];
  pair: [Engine, string];
  parts: Map<string, Engine>;
  plain: { engine: Engine; name: string };
  drive(): void;
}
declare const scrap: Consume<Engine<Fresh>, "scrap">;
declare const sell: Consume<Car<Fresh>, "sell">;

export function borrows<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  look(fd);
  lookAt(fd);
  const ref: Ref<FileDescriptorReservation<S>> = fd;
  look(ref);
  ref.reserved_fd();
  const copy = ref;
  look(copy);
  fd_install(fd, open());
  look(fd); // wrong
//     ^ TS2345
  lookAt(fd); // wrong
//       ^ TS2345
  const late: Ref<FileDescriptorReservation<S>> = fd; // wrong
//      ^ TS2322
  look(late);
}

export function refusesConsumers<S>(a: Ref<FileDescriptorReservation<S>>, b: Ref<FileDescriptorReservation<S>>): void {
  put_unused_fd(a); // wrong
//              ^ TS2345
  fd_install(b, open()); // wrong
//           ^ TS2345
}

export function refusesOwnership<S>(ref: Ref<FileDescriptorReservation<S>>): void {
  keep(ref); // wrong
//     ^ TS2345 (5.9, 6.0)
//     ^ TS2741 (7.0)
  const owned: FileDescriptorReservation<S> = ref; // wrong
//      ^ TS2741
  ref[Symbol.dispose](); // wrong
//^ TS7053
  using scoped = ref; // wrong
//               ^ TS2850
  sink(owned, scoped);
}

export function usedAfterTheOwnerMoved<S>(current: CurrentTask<S>): void {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return;
  const ref: Ref<FileDescriptorReservation<S>> = fd;
  put_unused_fd(fd);
  ref.reserved_fd(); // wrong: tsc follows no borrow
//^ missed
}

export function deep(car: Ref<Car>): void {
  car.drive();
  car.engine.start();
  car.spare?.start();
  car.wheels[0]?.start();
  car.pair[0].start();
  car.pair[1].toUpperCase();
  car.parts.get("a")?.start();
  car.plain.engine.start();
  const engine: Ref<Engine> = car.engine;
  engine.start();
  scrap(car.engine); // wrong
//      ^ TS2345
  if (car.spare) scrap(car.spare); // wrong
//                     ^ TS2345
  scrap(car.pair[0]); // wrong
//      ^ TS2345
  scrap(car.plain.engine); // wrong
//      ^ TS2345
  for (const wheel of car.wheels) scrap(wheel); // wrong
//                                      ^ TS2345
  for (const part of car.parts.values()) scrap(part); // wrong
//                                             ^ TS2345
  car.wheels.push(engine); // wrong
//           ^ TS2339
  car.plain.name = "b"; // wrong
//          ^ TS2540
  sell(car); // wrong
//     ^ TS2379
}

export function owned(car: Car): void {
  car.engine.start();
  deep(car);
  sell(car);
  deep(car); // wrong
//     ^ TS2345
}

export function distributes<S>(either: Ref<FileDescriptorReservation<S> | ARef<File> | null>): void {
  if (either === null) return;
  if ("target" in either) either.target.path.length;
  else either.reserved_fd();
}

export function kinds(
  text: Ref<string>, date: Ref<Date>, call: Ref<(a: number) => string>, list: Ref<Engine[]>, unknown: Ref<unknown>, map: Ref<Map<string, Engine>>,
): void {
  text.toUpperCase();
  date.getTime();
  call(1).length;
  list[0]?.start();
  const anything: unknown = unknown;
  sink(anything);
  map.get("a")?.start();
  map.set("a", {} as Engine); // wrong
//    ^ TS2339
  list.push({} as Engine); // wrong
//     ^ TS2339
}

export function clones(file: Ref<ARef<File>>): ARef<File> {
  return file.clone();
}

export function batch<S>(ref: Ref<ReservationBatch<S, 2>>): number {
  const [a, b] = ref.reserved_fds();
  return a + b + ref.length;
}
