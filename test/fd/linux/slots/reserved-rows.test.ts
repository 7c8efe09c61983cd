import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, fstatSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import {
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_SETFD,
  FD_CLOEXEC,
  O_CLOEXEC,
  O_RDONLY,
} from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { dropSlot, installSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { CLOSE_RANGE_CLOEXEC } from "../../../../src/fd/table/constants.js";
import { DescriptorTable } from "../../../../src/fd/table/descriptor-table.js";
import { EBADF, EBUSY, EINVAL } from "../../../../src/fd/errors/errno-number.js";
import { OpenFile } from "../../../../src/fd/table/open-file.js";
import { linuxOnly } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { syscalls } from "../support/syscalls.js";

/** The calls of one table, by the kernel's names. */
interface Calls {
  close(fd: number): number;
  read(fd: number): number;
  dup(fd: number): number;
  dup2(oldfd: number, newfd: number): number;
  dup3(oldfd: number, newfd: number, flags: number): number;
  fcntl(fd: number, command: number, argument: number): number;
  close_range(first: number, last: number, flags: number): number;
}

const kernel: Calls = {
  ...syscalls,
  close: (fd) => libc().close(fd),
  dup3: (a, b, flags) => libc().dup3(a, b, flags),
  fcntl: (fd, c, a) => libc().fcntl(fd, c, a),
};

/** Calls a function that gives out a number, and closes it. */
function given(calls: Calls, fd: number): number {
  if (fd >= 0) calls.close(fd);
  return fd;
}

/** Each row of the table of a reserved slot: the call, and what the kernel answers. `free` is the next free number. */
const rows: readonly [
  row: string,
  call: (calls: Calls, fd: number, open: number) => number,
  answer: (fd: number, free: number) => number,
][] = [
  ["close", (calls, fd) => calls.close(fd), () => -EBADF],
  ["read", (calls, fd) => calls.read(fd), () => -EBADF],
  ["dup from it", (calls, fd) => given(calls, calls.dup(fd)), () => -EBADF],
  ["F_GETFD", (calls, fd) => calls.fcntl(fd, F_GETFD, 0), () => -EBADF],
  ["F_SETFD", (calls, fd) => calls.fcntl(fd, F_SETFD, 0), () => -EBADF],
  ["F_DUPFD from it", (calls, fd) => given(calls, calls.fcntl(fd, F_DUPFD, 0)), () => -EBADF],
  ["dup2 onto it", (calls, fd, open) => calls.dup2(open, fd), () => -EBUSY],
  ["dup3 onto it", (calls, fd, open) => calls.dup3(open, fd, O_CLOEXEC), () => -EBUSY],
  ["dup2 onto itself", (calls, fd) => calls.dup2(fd, fd), () => -EBADF],
  ["dup3 onto itself", (calls, fd) => calls.dup3(fd, fd, 0), () => -EINVAL],
  ["dup of another, which passes over it", (calls, _fd, open) => given(calls, calls.dup(open)), (_fd, free) => free],
  [
    "F_DUPFD from its number up",
    (calls, fd, open) => given(calls, calls.fcntl(open, F_DUPFD, fd)),
    (_fd, free) => free,
  ],
  [
    "F_DUPFD_CLOEXEC from its number up",
    (calls, fd, open) => given(calls, calls.fcntl(open, F_DUPFD_CLOEXEC, fd)),
    (_fd, free) => free,
  ],
  ["close_range", (calls, fd) => calls.close_range(fd, fd, 0), () => 0],
];

suite(
  "a reserved slot: the kernel, where a thread is blocked in opening a FIFO, and the table in memory",
  { skip: linuxOnly },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "movecheck-"));
    const fifo = join(folder, "fifo");
    let file = -1;
    before(async () => {
      assert.equal(syscalls.mkfifo(fifo), 0);
      file = openSync("/dev/null", "r");
      await new Promise((resolve) => {
        syscalls.open_async("/dev/null", O_RDONLY, (fd) => {
          closeSync(fd);
          resolve(undefined);
        });
      });
    });
    after(() => {
      closeSync(file);
      rmSync(folder, { recursive: true });
    });

    /** Runs `use` while the kernel has the lowest free number reserved; then a writer opens the FIFO, which installs it. */
    async function reserved(
      use: (fd: number, free: number) => void,
      flags = 0,
      install = (): number => openSync(fifo, "w"),
    ): Promise<number> {
      const fd = given(kernel, kernel.dup(file));
      const free =
        fd +
        1 +
        [...openDescriptors().keys()]
          .filter((open) => open > fd)
          .reduce((gap, open) => (open === fd + 1 + gap ? gap + 1 : gap), 0);
      const opened = new Promise<number>((resolve) => {
        syscalls.open_async(fifo, O_RDONLY | flags, resolve);
      });
      while (!syscalls.taken(fd)) await setTimeout(1);
      let writer: number;
      try {
        use(fd, free);
      } finally {
        writer = install();
      }
      assert.equal(await opened, fd);
      closeSync(writer);
      return fd;
    }

    for (const [row, call, answer] of rows) {
      test(`${row}: the same answer, and it stays reserved`, async () => {
        const fd = await reserved((slot, free) => {
          assert.equal(call(kernel, slot, file), answer(slot, free));
          assert.ok(syscalls.taken(slot));
        });
        assert.ok(fstatSync(fd).isFIFO());
        closeSync(fd);

        const model = new DescriptorTable();
        const open = model.open(() => new OpenFile("open"), 0);
        const slot = model.get_unused_fd_flags(0);
        assert.equal(call(model, slot, open), answer(slot, slot + 1));
        assert.equal(model.state(slot), "RESERVED");
      });
    }

    test("the listing leaves it out", async () => {
      closeSync(
        await reserved((fd) => {
          assert.ok(!openDescriptors().has(fd));
        }),
      );
    });

    test("close_range(CLOEXEC) marks it, and the mark sticks through install", async () => {
      const fd = await reserved((slot) => {
        assert.equal(kernel.close_range(slot, slot, CLOSE_RANGE_CLOEXEC), 0);
      });
      assert.equal(libc().fcntl(fd, F_GETFD, 0), FD_CLOEXEC);
      closeSync(fd);
      const model = new DescriptorTable();
      const slot = model.get_unused_fd_flags(0);
      assert.equal(model.close_range(slot, slot, CLOSE_RANGE_CLOEXEC), 0);
      model.fd_install(slot, new OpenFile("file"));
      assert.equal(model.fcntl(slot, F_GETFD), FD_CLOEXEC);
    });

    test("it is installed even though the limit is below its number by then", async () => {
      const limit = libc().get_nofile_limit();
      const hole = kernel.dup(file);
      let slot = -1;
      // The number that the writer opens the FIFO on is below the limit, the reserved one is not.
      const writer = (): number => {
        kernel.close(hole);
        libc().set_nofile_limit(slot);
        try {
          return openSync(fifo, "w");
        } finally {
          libc().set_nofile_limit(limit);
        }
      };
      const fd = await reserved((reserving) => (slot = reserving), 0, writer);
      assert.ok(fstatSync(fd).isFIFO());
      closeSync(fd);
      const model = new DescriptorTable();
      slot = model.get_unused_fd_flags(0);
      model.setrlimit(0);
      model.fd_install(slot, new OpenFile("file"));
      assert.equal(model.state(slot), "INSTALLED");
    });
  },
);

suite("where a placeholder differs from a slot that the kernel has reserved", { skip: linuxOnly }, () => {
  let file = -1;
  let fd = -1;
  /** Each starts with one reserved slot, and ends with it freed by whatever way. */
  const differs = (name: string, use: () => void): void => {
    test(name, () => {
      dropSlot(reserveSlot());
      const open = openDescriptors();
      file = openSync("/dev/null", "r");
      fd = reserveSlot();
      use();
      if (dropSlot(fd) === "another file") closeSync(fd);
      closeSync(file);
      assert.deepEqual(openDescriptors(), open);
    });
  };
  const told = (errno: number, slot: string): void => {
    assert.deepEqual(installSlot(fd, file, 0), { errno, slot });
  };

  differs("close frees it (the kernel: EBADF); install refuses", () => {
    assert.equal(kernel.close(fd), 0);
    told(-EBADF, "free");
  });
  differs(
    "dup, F_DUPFD and dup2 duplicate it (the kernel: EBADF); the duplicate can't be read, and the slot is unharmed",
    () => {
      for (const copy of [kernel.dup(fd), kernel.fcntl(fd, F_DUPFD, 0), kernel.dup2(fd, 300)]) {
        assert.ok(copy > fd);
        assert.equal(kernel.read(copy), -EBADF);
        kernel.close(copy);
      }
      assert.equal(installSlot(fd, file, 0), 0);
    },
  );
  differs("F_GETFD and F_SETFD reach it (the kernel: EBADF); what they set does not stick", () => {
    assert.equal(kernel.fcntl(fd, F_GETFD, 0), FD_CLOEXEC);
    assert.equal(kernel.fcntl(fd, F_SETFD, 0), 0);
    assert.equal(installSlot(fd, file, O_CLOEXEC), 0);
    assert.equal(kernel.fcntl(fd, F_GETFD, 0), FD_CLOEXEC);
  });
  differs("dup2 and dup3 replace it (the kernel: EBUSY); install refuses, and leaves what is there", () => {
    assert.equal(kernel.dup3(file, fd, O_CLOEXEC), fd);
    told(-EBADF, "another file");
  });
  differs("install fails once the limit is at its number or below (the kernel installs); it stays reserved", () => {
    const limit = libc().get_nofile_limit();
    libc().set_nofile_limit(fd);
    const result = installSlot(fd, file, 0);
    libc().set_nofile_limit(limit);
    assert.deepEqual(result, { errno: -EBADF, slot: "placeholder" });
  });
  differs("close_range closes it (the kernel passes over it); install refuses", () => {
    assert.equal(kernel.close_range(fd, fd, 0), 0);
    told(-EBADF, "free");
  });
  differs("close_range(CLOEXEC) does not stick through install (the kernel's does)", () => {
    assert.equal(kernel.close_range(fd, fd, CLOSE_RANGE_CLOEXEC), 0);
    assert.equal(installSlot(fd, file, 0), 0);
    assert.equal(kernel.fcntl(fd, F_GETFD, 0), 0);
  });
  differs("the listing shows it, by a name that tells what it is", () => {
    assert.match(openDescriptors().get(fd) ?? "", /movecheck-reservation/);
  });
  differs("a program that is started meanwhile does not get it", () => {
    const { stdout } = spawnSync("ls", ["/proc/self/fd"], { encoding: "utf8" });
    assert.ok(!stdout.split("\n").includes(String(fd)), stdout);
  });
});
