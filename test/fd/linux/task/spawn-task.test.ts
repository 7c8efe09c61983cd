import assert from "node:assert/strict";
import { closeSync, fstatSync, openSync } from "node:fs";
import { before, suite, test } from "node:test";
import { Worker } from "node:worker_threads";
import type * as Api from "../../../../src/fd/linux/index.js";
import type { Task } from "../../../../src/fd/linux/index.js";
import type * as Slots from "../../../../src/fd/linux/slots.js";
import { linuxOnly } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { transpiled } from "../support/transpiled.js";
import type { Errand } from "../tasks/errands.js";
import { hidden } from "../../hidden.js";

const api = (await import(transpiled("src/fd/linux/index.ts").href)) as typeof Api;
const { fget, get_unused_fd_flags, MovecheckError, O_CLOEXEC, reserveBatch, spawn_task, with_current } = api;
const { dropSlot, reserveSlot } = (await import(transpiled("src/fd/linux/slots.ts").href)) as typeof Slots;

const entry = transpiled("test/fd/linux/tasks/errands.ts");
const spawn = <Incoming = unknown, Result = unknown>(errand: Errand): Task<Incoming, Result> =>
  spawn_task(entry, errand);

/** The same function for an untyped program: what the types refuse is tried at run time. */
const untyped = spawn_task as unknown as (entry: unknown, payload: unknown) => Task;

/** Waits until a task's thread is gone, not only its result there. */
async function over(task: Task): Promise<void> {
  await task.result.catch(() => undefined);
  await task.terminate();
}

suite("spawn_task", { skip: linuxOnly }, () => {
  before(async () => {
    dropSlot(reserveSlot());
    // What the first worker opens for good.
    await over(spawn({ name: "add" }));
  });

  test("runs a module's function with a payload, and gives back its result", async () => {
    const task = spawn<unknown, number>({ name: "add", numbers: [1, 2, 3] });
    assert.equal(await task.result, 6);
  });

  test("messages go both ways, in order, until the task is over", async () => {
    const task = spawn<{ readonly echo: unknown; readonly count: number }, number>({ name: "echo" });
    const since = new Date();
    task.send({ since, tags: new Map([["a", new Set([1n])]]) });
    task.send("more");
    assert.deepEqual(await task.receive(), { echo: { since, tags: new Map([["a", new Set([1n])]]) }, count: 1 });
    assert.deepEqual(await task.receive(), { echo: "more", count: 2 });
    task.send("stop");
    assert.equal(await task.result, 2);
    assert.equal(await task.receive(), undefined);
  });

  test("a number that the task installed or opened stays open after its end", async () => {
    const source = openSync("/dev/null", "r");
    for (const errand of [{ name: "install", numbers: [source] }, { name: "open" }] as const) {
      const open = openDescriptors();
      const task = spawn<unknown, number>(errand);
      const number = await task.result;
      await over(task);
      assert.equal(fstatSync(number).rdev, fstatSync(source).rdev);
      closeSync(number);
      assert.deepEqual(openDescriptors(), open);
    }
    closeSync(source);
  });

  test("a number installed in a plain Worker, which closes what Node tracks, stays open after its end", async () => {
    const source = openSync("/dev/null", "r");
    const open = openDescriptors();
    const worker = new Worker(transpiled("test/fd/linux/tasks/plain-worker.ts"), { workerData: source });
    const number = await new Promise<number>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
    await new Promise((resolve) => worker.once("exit", resolve));
    assert.equal(fstatSync(number).rdev, fstatSync(source).rdev);
    closeSync(number);
    assert.deepEqual(openDescriptors(), open);
    closeSync(source);
  });

  test("what a task has reserved is free after its end: when it returned, and when it was terminated", async () => {
    for (const name of ["reserve and return", "reserve and wait"] as const) {
      const open = openDescriptors();
      const task = spawn<readonly number[], readonly number[]>({ name });
      const numbers = name === "reserve and return" ? await task.result : ((await task.receive()) ?? []);
      assert.equal(numbers.length, 2);
      await task.terminate();
      assert.deepEqual(openDescriptors(), open);
    }
  });

  test("what the task threw, its early exit and a result that can't be sent reject the result", async () => {
    await assert.rejects(spawn({ name: "throw" }).result, { name: "RangeError", message: "no such errand" });
    await assert.rejects(spawn({ name: "exit" }).result, {
      code: "ERR_MOVECHECK_TASK_ENDED",
      message: /ended before it returned \(exit code 7\)/,
    });
    await assert.rejects(spawn({ name: "return a function" }).result, {
      message: "not Send: `result.answer[0]` is a function",
    });
  });

  test("an entry that is none", async () => {
    for (const wrong of [undefined, 3, "./relative.js"]) {
      assert.throws(() => untyped(wrong, 1), {
        code: "ERR_MOVECHECK_BAD_ARGUMENT",
        message: /`entry` must be a file URL or an absolute path/,
      });
    }
    await assert.rejects(spawn_task("/no/such/file.js", 1).result, { code: "ERR_MODULE_NOT_FOUND" });
    await assert.rejects(spawn_task(transpiled("src/fd/errors/errno.ts"), 1).result, {
      message: /has no default export that is a function/,
    });
  });

  test("what must stay with its task is refused, with the path to it", () => {
    const source = openSync("/dev/null", "r");
    with_current((current) => {
      using reserved = get_unused_fd_flags(current, O_CLOEXEC);
      using both = reserveBatch(current, 2, O_CLOEXEC);
      using taken = fget(current, source);
      assert.ok(reserved.ok && both.ok && taken.ok);
      const [fd, batch, file] = hidden(reserved, both, taken);
      class Job {
        readonly name = "job";
        run(): void {
          return;
        }
      }
      class Size {
        get area(): number {
          return Math.PI;
        }
      }
      const cyclic: Record<string, unknown> = {
        fine: [1, null, undefined, "x", 1n, new Date(), /x/, new Uint8Array(2), new Error("e")],
      };
      cyclic.self = cyclic;
      cyclic.late = () => 1;
      for (const [payload, told] of [
        [fd, "`payload` is `FileDescriptorReservation`, bound to the task that created it"],
        [
          { jobs: [1, { fd }] },
          "`payload.jobs[1].fd` is `FileDescriptorReservation`, bound to the task that created it",
        ],
        [new Map([["a", [batch]]]), '`payload.get("a")[0]` is `ReservationBatch`, bound to the task that created it'],
        [new Set([current]), "`payload.values()` is `CurrentTask`, bound to the task that created it"],
        [
          { "log file": file },
          '`payload["log file"]` is `ARef`, counted in the thread that took it (send the descriptor\'s number, and take a reference there with fget)',
        ],
        [() => 1, "`payload` is a function"],
        [[Symbol("s")], "`payload[0]` is a symbol"],
        [{ later: Promise.resolve(1) }, "`payload.later` is a Promise"],
        [{ job: new Job() }, "`payload.job.run` is a method"],
        [{ size: new Size() }, "`payload.size.area` is an accessor"],
        [
          {
            get now() {
              return 1;
            },
          },
          "`payload.now` is an accessor",
        ],
        [new Proxy({}, {}), "`payload` is a Proxy"],
        [
          Object.assign(new Error("e"), { cause: { fd } }),
          "`payload.cause.fd` is `FileDescriptorReservation`, bound to the task that created it",
        ],
        [cyclic, "`payload.late` is a function"],
      ] as const) {
        assert.throws(
          () => untyped(entry, payload),
          (error) => {
            assert.ok(error instanceof MovecheckError);
            assert.deepEqual([error.code, error.message], ["ERR_MOVECHECK_NOT_SEND", `not Send: ${told}`]);
            return true;
          },
        );
      }
    });
    closeSync(source);
  });

  test("a reservation can't reach another worker by Node's own postMessage either", () => {
    const { port1, port2 } = new MessageChannel();
    with_current((current) => {
      using fd = get_unused_fd_flags(current, O_CLOEXEC);
      assert.ok(fd.ok);
      const post = (): void => {
        // movecheck-ignore MC0277 -- misuse on purpose: what Node itself refuses is what is tested
        port1.postMessage({ fd });
      };
      // movecheck-ignore MC0525 -- as above
      assert.throws(post, { code: "ERR_MOVECHECK_NOT_SEND" });
    });
    port1.close();
    port2.close();
  });
});
