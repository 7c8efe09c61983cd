import assert from "node:assert/strict";
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { suite, test } from "node:test";
import { F_DUPFD_QUERY, F_GETFD, FD_CLOEXEC, O_CLOEXEC } from "../../../src/fd/linux/libc/constants.js";
import { interposeLibc, libc } from "../../../src/fd/linux/libc/libc.js";
import { dropSlot, installSlot, reservedSlotState, reserveSlot } from "../../../src/fd/linux/slots.js";
import { EBADF, EINVAL, EMFILE } from "../../../src/fd/errors/errno-number.js";
import { leaveRoom } from "./support/leave-room.js";
import { linuxOnly } from "./support/linux-only.js";
import { openDescriptors } from "./support/open-descriptors.js";

suite("slots of the process", { skip: linuxOnly }, () => {
  // The anchor stays open from the first reservation on.
  if (linuxOnly === false) dropSlot(reserveSlot());

  test("a reservation takes the lowest free number, and the next one the next", () => {
    const probe = openSync("/dev/null", "r");
    closeSync(probe);
    const first = reserveSlot();
    const second = reserveSlot();
    assert.equal(first, probe);
    assert.ok(second > first);
    assert.equal(dropSlot(first), "placeholder");
    assert.equal(reserveSlot(), first);
    dropSlot(first);
    dropSlot(second);
  });

  test("a reserved number can neither be read nor written, as in the kernel", () => {
    const fd = reserveSlot();
    assert.throws(() => readSync(fd, Buffer.alloc(1)), { code: "EBADF" });
    assert.throws(() => writeSync(fd, "x"), { code: "EBADF" });
    dropSlot(fd);
  });

  test("a placeholder is close-on-exec; the installed file only if that was asked for", () => {
    for (const flags of [0, O_CLOEXEC, 0o2, O_CLOEXEC | 0o2]) {
      const file = openSync("/dev/null", "r");
      const fd = reserveSlot();
      assert.equal(libc().fcntl(fd, F_GETFD, 0), FD_CLOEXEC);
      assert.equal(installSlot(fd, file, flags), 0);
      assert.equal(libc().fcntl(fd, F_GETFD, 0), (flags & O_CLOEXEC) === 0 ? 0 : FD_CLOEXEC);
      closeSync(file);
      libc().close(fd);
    }
  });

  test("EMFILE when no number below the limit is free, also with a limit of 0", () => {
    assert.equal(leaveRoom(0, reserveSlot), -EMFILE);
    const before = libc().get_nofile_limit();
    libc().set_nofile_limit(0);
    const fd = reserveSlot();
    libc().set_nofile_limit(before);
    assert.equal(fd, -EMFILE);
  });

  test("install works at a number whose neighbours are taken, and fails with EBADF once the limit is below it", () => {
    const file = openSync("/dev/null", "r");
    const fd = reserveSlot();
    const limit = libc().get_nofile_limit();
    libc().set_nofile_limit(fd);
    const refused = installSlot(fd, file, 0);
    libc().set_nofile_limit(limit);
    assert.deepEqual(refused, { errno: -EBADF, slot: "placeholder" });
    assert.equal(installSlot(fd, file, 0), 0);
    closeSync(file);
    libc().close(fd);
  });

  for (const [how, query] of [
    ["by comparing descriptors", undefined],
    ["by inode, before Linux 6.10", -EINVAL],
  ] as const) {
    test(`a stray close or dup2 is seen ${how}: install refuses and drop leaves the slot alone`, () => {
      const restore = interposeLibc((real) => ({
        ...real,
        fcntl: (fd, command, argument) =>
          command === F_DUPFD_QUERY && query !== undefined ? query : real.fcntl(fd, command, argument),
      }));
      const file = openSync("/dev/null", "r");
      const other = openSync("/dev/zero", "r");
      try {
        const fd = reserveSlot();
        assert.equal(reservedSlotState(fd), "placeholder");
        libc().close(fd);
        assert.deepEqual(installSlot(fd, file, 0), { errno: -EBADF, slot: "free" });
        assert.equal(dropSlot(fd), "free");

        libc().dup3(other, fd, O_CLOEXEC);
        assert.deepEqual(installSlot(fd, file, 0), { errno: -EBADF, slot: "another file" });
        assert.equal(dropSlot(fd), "another file");
        assert.equal(fstatSync(fd).rdev, fstatSync(other).rdev);
        libc().close(fd);
      } finally {
        closeSync(file);
        closeSync(other);
        restore();
      }
    });
  }

  test("10,000 reserve, install, drop cycles leave the open descriptors as they were (the bench does 1,000,000)", () => {
    const file = openSync("/dev/null", "r");
    const before = openDescriptors();
    for (let cycle = 0; cycle < 10_000; cycle++) {
      const fd = reserveSlot();
      if (cycle % 2 === 0) {
        dropSlot(fd);
      } else {
        assert.equal(installSlot(fd, file, O_CLOEXEC), 0);
        libc().close(fd);
      }
    }
    assert.deepEqual(openDescriptors(), before);
    closeSync(file);
  });
});
