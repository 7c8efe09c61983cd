import assert from "node:assert/strict";
import { constants } from "node:os";
import { test } from "node:test";
import fc from "fast-check";
import {
  CLOSE_RANGE_CLOEXEC,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_SETFD,
  O_CLOEXEC,
} from "../../../src/fd/table/constants.js";
import { DescriptorTable } from "../../../src/fd/table/descriptor-table.js";
import { OpenFile } from "../../../src/fd/table/open-file.js";
import { MovecheckError } from "../../../src/guard/movecheck-error.js";
import { checkProperty } from "../property.js";
import { NaiveTable } from "./naive-table.js";

const names = new Map(Object.entries(constants.errno).map(([name, number]) => [-number, name]));

/** A result of the table in the model's words. */
function named(result: number): number | string {
  return result < 0 ? (names.get(result) ?? `unknown errno ${result}`) : result;
}

const fd = fc.oneof(
  { weight: 6, arbitrary: fc.nat(11) },
  { weight: 2, arbitrary: fc.integer({ min: 56, max: 72 }) },
  { weight: 1, arbitrary: fc.nat(300) },
  { weight: 1, arbitrary: fc.constant(0xffff_ffff) },
);
const limit = fc.oneof(
  { weight: 4, arbitrary: fc.nat(12) },
  { weight: 3, arbitrary: fc.integer({ min: 60, max: 70 }) },
  { weight: 2, arbitrary: fc.nat(300) },
);
const table = fc.nat(3);

const operation = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("reserve"),
      table,
      flags: fc.constantFrom(0, O_CLOEXEC, 1, O_CLOEXEC | 2),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("install"), table, fd: fc.nat(40) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("drop"), table, fd: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("misplaced"), table, fd }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("open"),
      table,
      cloexec: fc.boolean(),
      how: fc.constantFrom("file", "file", "file", "errno", "throw"),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("close"), table, fd }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("dup"), table, fd }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("dup2"), table, fd, to: fd }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("dup3"), table, fd, to: fd, cloexec: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("dupfd"), table, fd, to: fd, cloexec: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("getfd"), table, fd }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("setfd"), table, fd, cloexec: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("closeRange"), table, fd, to: fd, cloexec: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("limit"), table, limit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("memory"), table, memory: fc.constantFrom(64, 128, 1024) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fork"), table }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("exec"), table }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** A table and its model, side by side. */
class Pair {
  constructor(
    readonly table: DescriptorTable,
    readonly model: NaiveTable,
  ) {}
}

/** One run: several related tables, every file ever made, and how often each was released. */
class Run {
  readonly pairs: Pair[] = [];
  readonly files: OpenFile[] = [];
  readonly released = new Map<string, number>();
  readonly memory = { slots: 1024 };

  constructor(limit: number, nr_open: number) {
    const alloc_fdtable = (slots: number): boolean => slots <= this.memory.slots;
    this.pairs.push(
      new Pair(
        new DescriptorTable({ limit, nr_open, alloc_fdtable }),
        new NaiveTable(limit, nr_open, this.memory.slots),
      ),
    );
  }

  file(): OpenFile {
    const file = new OpenFile(`file ${this.files.length}`, {
      release: ({ path }) => this.released.set(path, (this.released.get(path) ?? 0) + 1),
    });
    this.files.push(file);
    return file;
  }

  pair(index: number): Pair {
    return this.pairs[index % this.pairs.length]!;
  }

  /** The n-th reserved slot, if any. */
  reserved(model: NaiveTable, n: number): number | undefined {
    const fds = [...model.slots].filter(([, slot]) => slot.file === null).map(([at]) => at);
    return fds[n % fds.length];
  }

  /** Runs one operation on both; returns the two results to compare. */
  step(op: Operation): [table: unknown, model: unknown] {
    const { table: real, model } = this.pair(op.table);
    switch (op.kind) {
      case "reserve":
        return [named(real.get_unused_fd_flags(op.flags)), model.reserve((op.flags & O_CLOEXEC) !== 0)];
      case "install": {
        const at = this.reserved(model, op.fd);
        if (at === undefined) return [0, 0];
        const file = this.file();
        real.fd_install(at, file);
        model.install(at, file.path);
        return [0, 0];
      }
      case "drop": {
        const at = this.reserved(model, op.fd);
        if (at === undefined) return [0, 0];
        real.put_unused_fd(at);
        model.drop(at);
        return [0, 0];
      }
      case "misplaced": {
        const free = model.slots.get(op.fd)?.file !== null;
        return [
          refused(() => {
            real.put_unused_fd(op.fd);
          }),
          free ? "ERR_MOVECHECK_NOT_RESERVED" : (model.drop(op.fd), "done"),
        ];
      }
      case "open": {
        const file = this.file();
        const make = (): OpenFile | number => {
          if (op.how === "file") return file;
          file.fput();
          if (op.how === "errno") return -13;
          throw new Error("no such file");
        };
        const result = attempt(() => named(real.open(make, op.cloexec ? O_CLOEXEC : 0)));
        const expected = model.reserve(op.cloexec);
        if (typeof expected === "string" && file.count > 0) file.fput();
        if (typeof expected === "string") return [result, expected];
        if (op.how === "file") model.install(expected, file.path);
        else model.drop(expected);
        return [result, op.how === "file" ? expected : op.how === "errno" ? "EACCES" : "no such file"];
      }
      case "close":
        return [named(real.close(op.fd)), model.close(op.fd)];
      case "dup":
        return [named(real.dup(op.fd)), model.dup(op.fd)];
      case "dup2":
        return [named(real.dup2(op.fd, op.to)), model.dup2(op.fd, op.to)];
      case "dup3":
        return [named(real.dup3(op.fd, op.to, op.cloexec ? O_CLOEXEC : 0)), model.dup3(op.fd, op.to, op.cloexec)];
      case "dupfd":
        return [
          named(real.fcntl(op.fd, op.cloexec ? F_DUPFD_CLOEXEC : F_DUPFD, op.to)),
          model.dupFrom(op.fd, op.to, op.cloexec),
        ];
      case "getfd":
        return [named(real.fcntl(op.fd, F_GETFD)), model.getfd(op.fd)];
      case "setfd":
        return [named(real.fcntl(op.fd, F_SETFD, Number(op.cloexec))), model.setfd(op.fd, op.cloexec)];
      case "closeRange":
        return [
          named(real.close_range(op.fd, op.to, op.cloexec ? CLOSE_RANGE_CLOEXEC : 0)),
          model.closeRange(op.fd, op.to, op.cloexec),
        ];
      case "limit":
        return [real.setrlimit(op.limit), ((model.limit = op.limit), 0)];
      case "memory":
        this.memory.slots = op.memory;
        for (const pair of this.pairs) pair.model.memory = op.memory;
        return [0, 0];
      case "fork": {
        if (this.pairs.length === 4) return [0, 0];
        const child = real.fork();
        const expected = model.fork();
        if (typeof child !== "number" && typeof expected !== "string") this.pairs.push(new Pair(child, expected));
        return [typeof child === "number" ? named(child) : "child", typeof expected === "string" ? expected : "child"];
      }
      case "exec":
        return [real.exec(), (model.exec(), 0)];
      default:
        throw new Error(`no such operation: ${String(op satisfies never)}`);
    }
  }

  /** Every slot of every table as its model has it, and every file held as often as the models hold it. */
  compare(): void {
    for (const { table: real, model } of this.pairs) {
      assert.deepEqual(real.list(), model.list());
      for (const [at, slot] of model.slots) {
        assert.equal(real.state(at), slot.file === null ? "RESERVED" : "INSTALLED");
        if (slot.file === null) continue;
        const file = real.fget(at);
        assert.ok(file !== null && file.path === slot.file);
        file.fput();
        assert.equal(real.fcntl(at, F_GETFD), Number(slot.cloexec));
      }
      for (let at = 0; at < 80; at++) if (!model.slots.has(at)) assert.equal(real.state(at), "FREE");
      assert.ok(
        !Array.from({ length: real.next_fd }, (_, at) => model.slots.has(at)).includes(false),
        "a free slot below next_fd",
      );
    }
    for (const file of this.files) {
      const held = this.pairs[0]!.model.references(file.path);
      assert.equal(file.count, held, file.path);
      assert.equal(this.released.get(file.path) ?? 0, held === 0 ? 1 : 0, file.path);
    }
  }
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

function refused(run: () => void): string {
  try {
    run();
    return "done";
  } catch (error) {
    return error instanceof MovecheckError ? error.code : String(error);
  }
}

void test("100,000 random operations answer as a naive table does, and nothing leaks", (t) => {
  let operations = 0;
  checkProperty(
    fc.property(
      limit,
      fc.constantFrom(64, 128, 1024),
      fc.array(operation, { minLength: 1, maxLength: 1000, size: "max" }),
      (start, nr_open, steps) => {
        const run = new Run(start, nr_open);
        for (const [index, step] of steps.entries()) {
          operations++;
          const [real, model] = run.step(step);
          assert.deepEqual(real, model, `operation ${index}: ${JSON.stringify(step)}`);
          if (index % 16 === 15) run.compare();
        }
        run.compare();
        for (const { table: real, model } of run.pairs) {
          real.exit();
          model.exit();
        }
        for (const file of run.files)
          assert.deepEqual([file.count, run.released.get(file.path)], [0, 1], `${file.path} leaked`);
      },
    ),
    {
      runs: 300,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
  t.diagnostic(`${operations} operations`);
  assert.ok(operations >= 100_000, `only ${operations} operations`);
});

void test("after any sequence of failures, closing and dropping what succeeded leaves an empty table", (t) => {
  checkProperty(
    fc.property(limit, fc.array(operation, { minLength: 1, maxLength: 200, size: "max" }), (start, steps) => {
      const run = new Run(start, 128);
      for (const step of steps) run.step(step);
      for (const { table: real, model } of run.pairs) {
        for (const at of real.list()) assert.equal(real.close(at), 0);
        for (const [at, slot] of model.slots) if (slot.file === null) real.put_unused_fd(at);
        real.setrlimit(64);
        for (let at = 0; at < 64; at++) assert.equal(real.get_unused_fd_flags(0), at);
        assert.equal(named(real.get_unused_fd_flags(0)), "EMFILE");
      }
      for (const file of run.files) assert.equal(file.count, 0);
    }),
    {
      runs: 100,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
});
