import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkProperty } from "./property.js";
import { NaiveTable } from "./table/naive-table.js";
import {
  DescriptorTable,
  dropBatch,
  fd_install,
  fget,
  filp_open,
  get_unused_fd_flags,
  installBatch,
  MovecheckError,
  put_unused_fd,
  reserveBatch,
  with_current,
  type Handle,
} from "./untyped.js";

const index = fc.nat(20);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("reserve") }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("install"), index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("put"), index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("dispose"), index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("batch"), index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("installBatch"), index, short: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("dropBatch"), index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("close"), index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("clone"), index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fget"), index }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A handle, used again and again, and what the model knows of it. */
interface Known {
  readonly handle: Handle;
  readonly fds: readonly number[];
  live: boolean;
}

/** Runs one step; misuse is anything the model says must be refused, and must then change nothing. */
function run(
  current: unknown,
  table: DescriptorTable,
  model: NaiveTable,
  singles: Known[],
  batches: Known[],
  one: Step,
  release: () => void,
): void {
  const refused = (misuse: boolean, act: () => void): void => {
    try {
      act();
      assert.equal(misuse, false, `${one.kind} was not refused`);
    } catch (error) {
      if (!misuse || !(error instanceof MovecheckError)) throw error;
    }
  };
  const drop = (known: Known): void => {
    if (known.live) for (const fd of known.fds) model.drop(fd);
    known.live = false;
  };
  const single = "index" in one ? singles[one.index % singles.length] : undefined;
  const batch = "index" in one ? batches[one.index % batches.length] : undefined;
  switch (one.kind) {
    case "reserve": {
      const handle = get_unused_fd_flags(current, 0);
      const fd = model.reserve(false);
      assert.equal(handle.ok ? handle.reserved_fd() : handle.code, fd);
      if (typeof fd === "number") singles.push({ handle, fds: [fd], live: true });
      return;
    }
    case "batch": {
      const handle = reserveBatch(current, one.index % 5, 0);
      const fds: number[] = [];
      let failed: string | undefined;
      while (fds.length < one.index % 5 && failed === undefined) {
        const fd = model.reserve(false);
        if (typeof fd === "number") fds.push(fd);
        else failed = fd;
      }
      if (failed === undefined) batches.push({ handle, fds, live: true });
      else for (const fd of fds) model.drop(fd);
      assert.deepEqual(handle.ok ? handle.reserved_fds() : handle.code, failed ?? fds);
      return;
    }
    case "install": {
      if (single === undefined) return;
      using file = filp_open("x", { release });
      refused(!single.live, () => {
        fd_install(single.handle, file);
      });
      if (single.live) for (const fd of single.fds) model.install(fd, "x");
      single.live = false;
      return;
    }
    case "put":
      if (single === undefined) return;
      refused(!single.live, () => {
        put_unused_fd(single.handle);
      });
      drop(single);
      return;
    case "dispose":
      for (const known of [single, batch]) {
        known?.handle[Symbol.dispose]();
        if (known !== undefined) drop(known);
      }
      return;
    case "installBatch": {
      if (batch === undefined) return;
      const files = Array.from({ length: batch.fds.length + Number(one.short) }, () => filp_open("x", { release }));
      refused(!batch.live || one.short, () => {
        installBatch(batch.handle, files);
      });
      if (batch.live && !one.short) {
        for (const fd of batch.fds) model.install(fd, "x");
        batch.live = false;
      }
      for (const file of files) file[Symbol.dispose]();
      return;
    }
    case "dropBatch":
      if (batch === undefined) return;
      refused(!batch.live, () => {
        dropBatch(batch.handle);
      });
      drop(batch);
      return;
    case "close":
      assert.equal(table.close(one.index) === 0, model.close(one.index) === 0);
      return;
    case "clone":
      if (single !== undefined) refused(true, () => structuredClone(single.handle));
      return;
    case "fget": {
      using file = fget(current, one.index);
      assert.equal(file.ok, typeof model.getfd(one.index) === "number");
      return;
    }
    default:
      throw new Error(`no such step: ${String(one satisfies never)}`);
  }
}

void test("whatever is refused, the numbers everybody else sees are those of the naive table, and nothing leaks", async (t) => {
  const silence = (): void => undefined;
  process.on("warning", silence);
  checkProperty(
    fc.property(fc.nat(12), fc.array(step, { maxLength: 200, size: "max" }), (limit, steps) => {
      const table = new DescriptorTable({ limit });
      const model = new NaiveTable(limit, 1024, 1024);
      let opened = 0;
      let released = 0;
      const singles: Known[] = [];
      const batches: Known[] = [];
      with_current(
        (current) => {
          for (const one of steps) {
            run(current, table, model, singles, batches, one, () => released++);
            assert.deepEqual(table.list(), model.list());
            for (let fd = 0; fd < 13; fd++) assert.equal(table.state(fd) === "FREE", !model.slots.has(fd));
          }
          opened = table.list().length;
        },
        { table },
      );
      assert.deepEqual(table.list(), model.list(), "the end of the task closes nothing");
      for (let fd = 0; fd < 13; fd++)
        assert.notEqual(table.state(fd), "RESERVED", "the end of the task returns what was reserved");
      const before = released;
      table.exit();
      assert.equal(released, before + opened);
    }),
    {
      runs: 200,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", silence);
});
