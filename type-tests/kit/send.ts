// What may be sent to another task, at every depth and for every kind of type; the error stands at the leaf.
import type { Consume, Fresh, Held, Linear, NotThreadSafe, Ref, Send } from "movecheck";
import type { FileDescriptorReservation } from "./support/fd.js";

declare function post<T>(message: Send<T>): void;

interface Bound extends NotThreadSafe { fd(): number }
interface Tree { value: number; left?: Tree; right?: Tree }
interface Chain { next: Chain | null; bound: Bound }
class Point { #secret = 1; constructor(readonly x: number) { void this.#secret; } }
class Counter { count = 1; increment(): void {} }
enum Level { Low, High }
interface Message<H = Held> extends Linear<H> { readonly text: string }
declare const consume: Consume<Message<Fresh>, "consume">;

declare const r: Bound, n: number, a: any, u: unknown, nv: never, f: () => void, s: symbol, o: object, tree: Tree, chain: Chain;
declare const unique: unique symbol;

export function primitives(): void {
  post(n);
  post("text");
  post(`text ${n}`);
  post(1n);
  post(true);
  post(null);
  post(undefined);
  post(Level.Low);
  post(a);
  post(nv);
}

export function structures(numbers: Record<string, number>, optional: { a?: number }, either: { a: 1 } | { b: 2 }): void {
  post({});
  post([]);
  post([1, "a"]);
  post([1, { a: 1 }] as const);
  post([1] as readonly number[]);
  post({ a: { b: [1] } });
  post({ a: undefined });
  post({ hidden: a });
  post(tree);
  post([tree, tree]);
  post(new Point(1));
  post(numbers);
  post(optional);
  post(either);
  post(new Map([["a", new Set([1])]]));
  post(new Map() as ReadonlyMap<string, number>);
  post(new Set(["a"]) as ReadonlySet<string>);
  post(new Date());
  post(/a/);
  post(new Error("a"));
  post(new Uint8Array(2));
  post(new ArrayBuffer(2));
}

export function boundValues(either: Bound | number, optional: { r?: Bound }, many: Record<string, Bound>, pair: [number, Bound]): void {
  post(r); // wrong
//     ^ TS2345
  post({ r }); // wrong
//       ^ TS2322
  post([r]); // wrong
//      ^ TS2322
  post([1, r] as const); // wrong
//         ^ TS2322
  post(pair); // wrong
//     ^ TS2345
  post([[[[r]]]]); // wrong
//         ^ TS2322
  post({ a: { b: [{ c: r }] } }); // wrong
//                  ^ TS2322
  post(either); // wrong
//     ^ TS2345
  post({ either }); // wrong
//       ^ TS2322
  post(optional); // wrong
//     ^ TS2379
  post(many); // wrong
//     ^ TS2345
  post(chain); // wrong
//     ^ TS2345
  post({ get r() { return r; } }); // wrong
//           ^ TS2322
  post(new Map([["a", r]])); // wrong
//     ^ TS2345
  post(new Map([[r, "a"]])); // wrong
//     ^ TS2345
  post(new Set([r])); // wrong
//     ^ TS2345
  post(new Map([["a", new Map([["b", [r]]])]])); // wrong
//     ^ TS2345
  post(new Map([["a", r]]) as ReadonlyMap<string, Bound>); // wrong
//     ^ TS2345
  post(new Set([r]) as ReadonlySet<Bound>); // wrong
//     ^ TS2345
  post(Promise.resolve(r)); // wrong
//     ^ TS2345
}

export function reservations<S>(fd: FileDescriptorReservation<S>, borrowed: Ref<FileDescriptorReservation<S>>): void {
  post(fd); // wrong
//     ^ TS2345
  post({ fds: [fd] }); // wrong
//             ^ TS2322
  post(borrowed); // wrong
//     ^ TS2345
}

export function whatIsNotCloned(): void {
  post(f); // wrong
//     ^ TS2345
  post({ f }); // wrong
//       ^ TS2322
  post(() => 1); // wrong
//     ^ TS2345
  post(Counter); // wrong
//     ^ TS2345
  post(new Counter()); // wrong
//     ^ TS2345
  post({ method() {} }); // wrong
//     ^ TS2345 (5.9)
//       ^ TS2322 (6.0, 7.0)
  post(s); // wrong
//     ^ TS2345
  post(unique); // wrong
//     ^ TS2345
  post({ s }); // wrong
//       ^ TS2322
  post(Promise.resolve(1)); // wrong
//     ^ TS2345
  post({ later: Promise.resolve(1) }); // wrong
//       ^ TS2322
  post(new WeakMap()); // wrong
//     ^ TS2345
}

export function whatIsNotKnown(): void {
  post(u); // wrong
//     ^ TS2345
  post({ u }); // wrong
//       ^ TS2322
  post([u]); // wrong
//      ^ TS2322
  post(o); // wrong
//     ^ TS2345
  post({ o }); // wrong
//       ^ TS2322
}

export function linearValues(message: Message<Fresh>): void {
  post(message);
  post({ message });
  consume(message);
  post(message); // wrong
//     ^ TS2345
  post({ message }); // wrong
//       ^ TS2322
}

export function generics<T, N extends number>(unbounded: T, sendable: Send<T>, count: N): void {
  post(unbounded); // wrong
//     ^ TS2345
  post(sendable);
  post<number>(count);
}
