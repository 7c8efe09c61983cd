import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { refusal } from "../../refusal.js";
import {
  DescriptorTable,
  filp_open,
  get_unused_fd_flags,
  put_unused_fd,
  reserveBatch,
  with_current,
} from "../../untyped.js";

/** Everything that can be got at from a value without calling anything: properties, accessors, prototypes, classes. */
function reachable(value: unknown, seen = new Set<unknown>()): Set<unknown> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return seen;
  if (value === Object.prototype || value === Function.prototype) return seen;
  seen.add(value);
  reachable(Object.getPrototypeOf(value), seen);
  for (const property of Object.values(Object.getOwnPropertyDescriptors(value))) {
    for (const key of ["value", "get", "set"] as const) reachable(Reflect.get(property, key), seen);
  }
  return seen;
}

const withHandles = (run: (handles: Record<string, object>) => void): void => {
  const table = new DescriptorTable();
  with_current(
    (current) => {
      using reservation = get_unused_fd_flags(current, 0);
      using batch = reserveBatch(current, 2, 0);
      using file = filp_open("x");
      run({ reservation, batch, file, current: current as object });
    },
    { table },
  );
};

void describe("what is inside the guard", () => {
  void it("is not reachable through a handle's constructor or its prototypes", () => {
    withHandles((handles) => {
      for (const [name, handle] of Object.entries(handles)) {
        const all = [...reachable(handle)];
        assert.ok(all.length > 3, name);
        for (const one of all) {
          assert.ok(!("live" in (one as object)) && !("task" in (one as object)), `${name}: a record`);
          if (typeof one !== "function" || !/^class\b/.test(Function.prototype.toString.call(one))) continue;
          // A class: it has no function of its own, and makes nothing.
          const own = Object.entries(Object.getOwnPropertyDescriptors(one)).filter(
            ([key, { value }]) => key !== "prototype" && typeof value === "function",
          );
          assert.deepEqual(own, [], `${name}: statics of ${one.name}`);
          for (const argument of [undefined, {}, handle]) {
            refusal(
              "ERR_MOVECHECK_FOREIGN",
              () => Reflect.construct(one, [argument]) as unknown,
              /can't be constructed/,
            );
          }
        }
      }
    });
  });

  void it("every method refuses a receiver that is no handle of its kind", () => {
    withHandles((handles) => {
      const receivers: unknown[] = [5, null, undefined, "x", {}, Object.create(handles.reservation ?? null)];
      for (const [name, handle] of Object.entries(handles)) {
        const prototype = Object.getPrototypeOf(handle) as object;
        for (const [key, property] of [
          ...Object.entries(Object.getOwnPropertyDescriptors(prototype)),
          [Symbol.dispose, Object.getOwnPropertyDescriptor(prototype, Symbol.dispose) ?? {}] as const,
        ]) {
          const method: unknown = Reflect.get(property, "get" in property ? "get" : "value");
          if (typeof method !== "function" || key === "constructor") continue;
          for (const receiver of receivers) {
            refusal(
              "ERR_MOVECHECK_FOREIGN",
              () => Reflect.apply(method, receiver, []) as unknown,
              new RegExp(name === "file" ? "an ARef" : "a (?:Reservation|FileDescriptor)"),
            );
          }
        }
      }
    });
  });

  void it("a record can't be had by a getter of an argument, or by a subclass", () => {
    with_current(
      (current) => {
        const fd = get_unused_fd_flags(current, 0);
        const type = fd.constructor as new (given: unknown) => object;
        class Stolen extends type {
          constructor() {
            super({ live: true, task: current, fds: [0] });
          }
        }
        refusal("ERR_MOVECHECK_FOREIGN", () => new Stolen());
        put_unused_fd(fd);
      },
      { table: new DescriptorTable() },
    );
  });
});
