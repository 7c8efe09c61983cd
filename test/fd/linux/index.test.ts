import assert from "node:assert/strict";
import { once } from "node:events";
import { closeSync, fstatSync, openSync } from "node:fs";
import { suite, test } from "node:test";
import { F_GETFD, FD_CLOEXEC } from "../../../src/fd/linux/libc/constants.js";
import {
  dropBatch,
  fd_install,
  fget,
  get_unused_fd_flags,
  InstallFailure,
  installBatch,
  MovecheckError,
  O_CLOEXEC,
  put_unused_fd,
  reserveBatch,
  with_current,
  type CurrentTask,
} from "../../../src/fd/linux/index.js";
import { interposeLibc, libc } from "../../../src/fd/linux/libc/libc.js";
import { dropSlot, reserveSlot } from "../../../src/fd/linux/slots.js";
import { hidden } from "../hidden.js";
import type { Handle } from "../untyped.js";
import { leaveRoom } from "./support/leave-room.js";
import { linuxOnly } from "./support/linux-only.js";
import { openDescriptors } from "./support/open-descriptors.js";

/** The value, where the test has room for it. */
function must<T extends { readonly ok: boolean }>(value: T): Extract<T, { readonly ok: true }> {
  assert.ok(value.ok);
  return value as Extract<T, { readonly ok: true }>;
}

/** The same functions for an untyped program: what the types refuse is tried at run time. */
const untyped = {
  dropBatch,
  fd_install,
  fget,
  get_unused_fd_flags,
  installBatch,
  put_unused_fd,
  reserveBatch,
} as unknown as Record<
  "dropBatch" | "fd_install" | "fget" | "get_unused_fd_flags" | "installBatch" | "put_unused_fd" | "reserveBatch",
  (...args: unknown[]) => unknown
>;

/** A length the compiler does not know. */
const four = Number("4");

/** Runs a task, after which the same descriptors must be open as before. */
function balanced(use: <S>(current: CurrentTask<S>) => void): void {
  const open = openDescriptors();
  with_current((current) => {
    use(current);
  });
  assert.deepEqual(openDescriptors(), open);
}

function refused(call: () => unknown, code: string): void {
  assert.throws(call, (error) => {
    assert.ok(error instanceof MovecheckError, String(error));
    assert.equal(error.code, code);
    return true;
  });
}

suite("the reservation API on the process's own slots", { skip: linuxOnly }, () => {
  if (linuxOnly === false) dropSlot(reserveSlot());

  test("a reserved number gets the file, with the flags of the reservation; the file's own number is untouched", () => {
    const source = openSync("/dev/null", "r");
    for (const flags of [0, O_CLOEXEC]) {
      balanced((current) => {
        using fd = must(get_unused_fd_flags(current, flags));
        const number = fd.reserved_fd();
        fd_install(fd, must(fget(current, source)));
        assert.equal(fstatSync(number).rdev, fstatSync(source).rdev);
        assert.equal(libc().fcntl(number, F_GETFD, 0), flags === 0 ? 0 : FD_CLOEXEC);
        closeSync(number);
      });
    }
    closeSync(source);
  });

  test("a reference outlives the number it was taken from, and each clone counts", () => {
    balanced((current) => {
      const source = openSync("/dev/null", "r");
      using file = must(fget(current, source));
      closeSync(source);
      using copy = file.clone();
      file[Symbol.dispose]();
      assert.equal(copy.target.path, "/dev/null");
      using fd = must(get_unused_fd_flags(current, O_CLOEXEC));
      assert.equal(fd.reserved_fd(), source);
      fd_install(fd, copy);
      closeSync(source);
    });
  });

  test("a reservation under `using`, one put back, and one forgotten all return their number; the last with a warning", async () => {
    const warned = once(process, "warning");
    balanced((current) => {
      {
        using fd = get_unused_fd_flags(current, O_CLOEXEC);
        assert.ok(fd.ok);
      }
      put_unused_fd(must(get_unused_fd_flags(current, O_CLOEXEC)));
      // movecheck-ignore MC1001 -- misuse on purpose: the warning at run time is what is tested
      must(get_unused_fd_flags(current, O_CLOEXEC));
    });
    const [warning] = (await warned) as [NodeJS.ErrnoException];
    assert.equal(warning.code, "MOVECHECK_LEAK");
    assert.match(warning.message, /a reservation was neither installed nor dropped/);
  });

  test("second commit, use after drop, a structured clone and use after the task's end are refused", () => {
    const source = openSync("/dev/null", "r");
    let late: (() => unknown) | undefined;
    balanced((current) => {
      using fd = must(get_unused_fd_flags(current, O_CLOEXEC));
      const [again] = hidden(fd);
      const number = fd.reserved_fd();
      fd_install(fd, must(fget(current, source)));
      using file = fget(current, source);
      refused(() => untyped.fd_install(again, file), "ERR_MOVECHECK_MOVED");
      refused(() => untyped.put_unused_fd(again), "ERR_MOVECHECK_MOVED");
      closeSync(number);
      using other = must(get_unused_fd_flags(current, O_CLOEXEC));
      refused(() => structuredClone(hidden(other)), "ERR_MOVECHECK_NOT_SEND");
      late = () => untyped.get_unused_fd_flags(current, 0);
    });
    refused(() => late!(), "ERR_MOVECHECK_TASK_ENDED");
    closeSync(source);
  });

  test("fget: EBADF for a number that is free, and for one that is reserved", () => {
    balanced((current) => {
      using fd = must(get_unused_fd_flags(current, O_CLOEXEC));
      for (const number of [fd.reserved_fd(), 5_000, 0x7fff_ffff]) {
        using file = fget(current, number);
        assert.ok(!file.ok);
        assert.deepEqual([file.errno, file.code], [-9, "EBADF"]);
      }
    });
  });

  test("a flag or a descriptor that is no number is refused as on the in-memory table, and nothing is reserved", () => {
    for (const bad of ["0", NaN, 0.5, undefined, 2 ** 40]) {
      balanced((current) => {
        refused(() => untyped.get_unused_fd_flags(current, bad), "ERR_MOVECHECK_BAD_ARGUMENT");
        refused(() => untyped.reserveBatch(current, 2, bad), "ERR_MOVECHECK_BAD_ARGUMENT");
        refused(() => untyped.fget(current, bad), "ERR_MOVECHECK_BAD_ARGUMENT");
      });
    }
    balanced((current) => {
      for (const none of [-1, 0xffff_ffff]) {
        using file = fget(current, none);
        assert.ok(!file.ok);
        assert.equal(file.code, "EBADF");
      }
    });
  });

  test("fget without a number to hold the reference on says so", () => {
    balanced((current) => {
      leaveRoom(0, () => {
        assert.throws(() => untyped.fget(current, 0), {
          code: "ERR_MOVECHECK_NO_ROOM",
          message: "fget(): no free number to hold a reference to the file of 0 on (EMFILE)",
        });
      });
    });
  });

  test("EMFILE at every k of a batch: none is reserved", () => {
    balanced((current) => {
      for (let free = 0; free < 5; free++) {
        leaveRoom(free, () => {
          using batch = reserveBatch(current, 5, O_CLOEXEC);
          assert.ok(!batch.ok);
          assert.equal(batch.code, "EMFILE");
        });
      }
      const batch = leaveRoom(5, () => must(reserveBatch(current, 5, O_CLOEXEC)));
      dropBatch(batch);
    });
  });

  test("an install at a number the limit fell below: the file stays with the caller, the number is still reserved", () => {
    const source = openSync("/dev/null", "r");
    balanced((current) => {
      using fd = must(get_unused_fd_flags(current, O_CLOEXEC));
      using file = must(fget(current, source));
      const number = fd.reserved_fd();
      const limit = libc().get_nofile_limit();
      libc().set_nofile_limit(number);
      let told: unknown;
      try {
        untyped.fd_install(fd, file);
      } catch (error) {
        told = error;
      }
      libc().set_nofile_limit(limit);
      assert.ok(told instanceof InstallFailure);
      assert.deepEqual([told.code, told.fd, told.slot], ["ERR_MOVECHECK_INSTALL", number, "reserved"]);
      assert.equal(
        told.message,
        `install on ${number} failed with EBADF: the file stays with the caller; it is still reserved`,
      );
      // So it can be tried again.
      fd_install(fd, file);
      closeSync(number);
    });
    closeSync(source);
  });

  test("a stray dup2 onto the number: install refuses, leaves what is there, and the file stays with the caller", () => {
    const source = openSync("/dev/null", "r");
    const zero = openSync("/dev/zero", "r");
    balanced((current) => {
      using fd = must(get_unused_fd_flags(current, O_CLOEXEC));
      using file = must(fget(current, source));
      const number = fd.reserved_fd();
      libc().dup3(zero, number, O_CLOEXEC);
      assert.throws(() => untyped.fd_install(fd, file), {
        slot: "gone",
        message: /EBADF: the file stays with the caller; it holds another file/,
      });
      refused(() => untyped.put_unused_fd(fd), "ERR_MOVECHECK_MOVED");
      assert.equal(file.target.path, "/dev/null");
      assert.equal(fstatSync(number).rdev, fstatSync(zero).rdev);
      closeSync(number);
    });
    closeSync(source);
    closeSync(zero);
  });

  test("a stray close before the reservation is dropped: the number is left alone, with a warning", async () => {
    const warned = once(process, "warning");
    balanced((current) => {
      const fd = must(get_unused_fd_flags(current, O_CLOEXEC));
      libc().close(fd.reserved_fd());
      put_unused_fd(fd);
    });
    const [warning] = (await warned) as [NodeJS.ErrnoException];
    assert.equal(warning.code, "MOVECHECK_SLOT");
    assert.match(
      warning.message,
      /the number \d+ was no longer ours: it is free: somebody closed it; it was left alone/,
    );
  });

  for (let k = 0; k < 4; k++) {
    test(`a batch whose install fails at ${k}: none is installed, all stay reserved, and it can be tried again`, () => {
      const source = openSync("/dev/null", "r");
      balanced((current) => {
        using batch = must(reserveBatch(current, four, O_CLOEXEC));
        const numbers = batch.reserved_fds();
        const files = numbers.map(() => untyped.fget(current, source) as Handle);
        let calls = 0;
        const restore = interposeLibc((real) => ({
          ...real,
          dup3: (...args) => (calls++ === k ? -12 : real.dup3(...args)),
        }));
        try {
          assert.throws(() => untyped.installBatch(batch, files), {
            slot: "reserved",
            fd: numbers[k],
            message: `install on ${numbers[k]} failed with ENOMEM: none of the 4 files is installed, all stay with the caller; it was still reserved, and every number is still reserved`,
          });
        } finally {
          restore();
        }
        for (const number of numbers) assert.match(openDescriptors().get(number) ?? "", /movecheck-reservation/);
        untyped.installBatch(batch, files);
        for (const number of numbers) closeSync(number);
      });
      closeSync(source);
    });

    test(`a batch of which a stray close took number ${k}: none is installed, the others are given back`, () => {
      const source = openSync("/dev/null", "r");
      balanced((current) => {
        using batch = must(reserveBatch(current, four, O_CLOEXEC));
        const numbers = batch.reserved_fds();
        const files = numbers.map(() => untyped.fget(current, source) as Handle);
        libc().close(numbers[k]!);
        assert.throws(() => untyped.installBatch(batch, files), {
          slot: "gone",
          message: /it is free: somebody closed it, and every other number was given back/,
        });
        for (const number of numbers) assert.ok(!openDescriptors().has(number));
        refused(() => untyped.dropBatch(batch), "ERR_MOVECHECK_MOVED");
        for (const file of files) file[Symbol.dispose]();
      });
      closeSync(source);
    });
  }
});
