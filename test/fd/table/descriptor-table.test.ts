import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CLOSE_RANGE_CLOEXEC,
  CLOSE_RANGE_UNSHARE,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_SETFD,
  FD_CLOEXEC,
  O_CLOEXEC,
} from "../../../src/fd/table/constants.js";
import { DescriptorTable } from "../../../src/fd/table/descriptor-table.js";
import { EBADF, EBUSY, EINVAL, EMFILE, ENOMEM } from "../../../src/fd/errors/errno-number.js";
import { OpenFile } from "../../../src/fd/table/open-file.js";
import type { MovecheckErrorCode } from "../../../src/guard/movecheck-error.js";

/** A table whose slots below `installed` hold files, and whose next one is reserved. */
function withReserved(installed = 1, limit = 16): { table: DescriptorTable; fd: number } {
  const table = new DescriptorTable({ limit });
  for (let fd = 0; fd < installed; fd++) table.open(() => new OpenFile(`file ${fd}`), 0);
  return { table, fd: table.get_unused_fd_flags(0) };
}

function child(of: DescriptorTable): DescriptorTable {
  const copy = of.fork();
  assert.ok(typeof copy !== "number");
  return copy;
}

function throwsCode(run: () => unknown, code: MovecheckErrorCode, message?: RegExp): void {
  assert.throws(run, (error: Error & { code?: string }) => {
    assert.equal(error.code, code, error.message);
    if (message !== undefined) assert.match(error.message, message);
    return true;
  });
}

void describe("a FREE slot", () => {
  void it("reserve gives the lowest free number", () => {
    const table = new DescriptorTable();
    assert.deepEqual(
      [0, 1, 2].map(() => table.get_unused_fd_flags(0)),
      [0, 1, 2],
    );
    table.put_unused_fd(1);
    table.put_unused_fd(0);
    assert.deepEqual(
      [0, 1, 2].map(() => table.get_unused_fd_flags(0)),
      [0, 1, 3],
    );
    assert.equal(table.state(1), "RESERVED");
  });

  void it("reserve is EMFILE at RLIMIT_NOFILE, and at nr_open", () => {
    const limited = new DescriptorTable({ limit: 2 });
    assert.deepEqual(
      [0, 1, 2].map(() => limited.get_unused_fd_flags(0)),
      [0, 1, -EMFILE],
    );
    const small = new DescriptorTable({ limit: 1000, nr_open: 64 });
    for (let fd = 0; fd < 64; fd++) assert.equal(small.get_unused_fd_flags(0), fd);
    assert.equal(small.get_unused_fd_flags(0), -EMFILE);
  });

  void it("reserve is ENOMEM when the table can't grow, and works once it can", () => {
    let memory = false;
    const asked: number[] = [];
    const table = new DescriptorTable({ alloc_fdtable: (slots) => (asked.push(slots), memory) });
    for (let fd = 0; fd < 64; fd++) assert.equal(table.get_unused_fd_flags(0), fd);
    assert.equal(table.get_unused_fd_flags(0), -ENOMEM);
    assert.equal(table.get_unused_fd_flags(0), -ENOMEM);
    memory = true;
    assert.equal(table.get_unused_fd_flags(0), 64);
    assert.deepEqual(asked, [128, 128, 128]);
  });

  void it("close is EBADF; so are read, dup, F_GETFD and dup2 from it", () => {
    const table = new DescriptorTable();
    assert.deepEqual(
      [table.close(0), table.read(0), table.dup(0), table.fcntl(0, F_GETFD), table.dup2(0, 1), table.dup2(0, 0)],
      Array(6).fill(-EBADF),
    );
    assert.equal(table.close(-1), -EBADF);
    assert.equal(table.fget(0), null);
  });

  void it("dup3 onto a number at or above the limit is EBADF, not EMFILE", () => {
    const { table } = withReserved(1, 4);
    assert.equal(table.dup3(0, 4, 0), -EBADF);
    assert.equal(table.dup2(0, -1), -EBADF);
  });
});

void describe("a RESERVED slot", () => {
  void it("install puts the file there, also when the limit was lowered below it since", () => {
    const { table, fd } = withReserved(3);
    table.setrlimit(1);
    table.fd_install(fd, new OpenFile("late"));
    assert.equal(table.state(fd), "INSTALLED");
    assert.equal(table.close(fd), 0);
  });

  void it("drop frees it, and lowers the next number", () => {
    const { table, fd } = withReserved(1);
    assert.equal(table.get_unused_fd_flags(0), fd + 1);
    table.put_unused_fd(fd);
    assert.equal(table.state(fd), "FREE");
    assert.equal(table.next_fd, fd);
    assert.equal(table.get_unused_fd_flags(0), fd);
  });

  void it("close, read, dup from it and F_GETFD are EBADF and change nothing", () => {
    const { table, fd } = withReserved();
    assert.deepEqual(
      [
        table.close(fd),
        table.read(fd),
        table.dup(fd),
        table.fcntl(fd, F_GETFD),
        table.fcntl(fd, F_SETFD, 1),
        table.dup3(fd, 5, 0),
      ],
      Array(6).fill(-EBADF),
    );
    assert.equal(table.state(fd), "RESERVED");
  });

  void it("dup2 and dup3 onto it are EBUSY", () => {
    const { table, fd } = withReserved();
    assert.equal(table.dup2(0, fd), -EBUSY);
    assert.equal(table.dup3(0, fd, O_CLOEXEC), -EBUSY);
    assert.equal(table.state(fd), "RESERVED");
  });

  void it("dup, open and F_DUPFD(min = fd) pass over it", () => {
    const { table, fd } = withReserved(1);
    assert.equal(table.dup(0), fd + 1);
    assert.equal(
      table.open(() => new OpenFile("x"), 0),
      fd + 2,
    );
    assert.equal(table.fcntl(0, F_DUPFD, fd), fd + 3);
  });

  void it("close_range leaves it and returns 0", () => {
    const { table, fd } = withReserved(2);
    assert.equal(table.close_range(0, 0xffff_ffff), 0);
    assert.equal(table.state(fd), "RESERVED");
    assert.deepEqual(table.list(), []);
  });

  void it("close_range(CLOEXEC) leaves it, but the bit sticks through install", () => {
    const { table, fd } = withReserved(1);
    assert.equal(table.close_range(0, 5, CLOSE_RANGE_CLOEXEC), 0);
    assert.equal(table.state(fd), "RESERVED");
    table.fd_install(fd, new OpenFile("x"));
    assert.equal(table.fcntl(fd, F_GETFD), FD_CLOEXEC);
    assert.equal(table.fcntl(table.dup(0), F_GETFD), 0, "a slot allocated afterwards starts without it");
  });

  void it("is absent from the listing", () => {
    const { table } = withReserved(2);
    assert.deepEqual(table.list(), [0, 1]);
  });

  void it("fork leaves it to the parent; the child's slot is free", () => {
    const { table, fd } = withReserved(1);
    const forked = child(table);
    assert.equal(forked.state(fd), "FREE");
    assert.equal(forked.get_unused_fd_flags(0), fd);
    assert.equal(table.state(fd), "RESERVED");
  });

  void it("unshare and then install: the reservation is lost, and the install is refused", () => {
    const { table, fd } = withReserved(1);
    const copy = table.unshare();
    assert.ok(typeof copy !== "number");
    throwsCode(
      () => {
        copy.fd_install(fd, new OpenFile("x"));
      },
      "ERR_MOVECHECK_NOT_RESERVED",
      /descriptor 1 is FREE/,
    );
    assert.equal(copy.state(fd), "FREE");
  });

  void it("at task exit the table goes; nothing is closed for it", () => {
    const { table, fd } = withReserved(0);
    table.exit();
    assert.equal(table.closed, true);
    throwsCode(() => {
      table.put_unused_fd(fd);
    }, "ERR_MOVECHECK_TABLE_CLOSED");
  });

  void it("counts against the limit", () => {
    const { table } = withReserved(1, 2);
    assert.equal(table.dup(0), -EMFILE);
  });

  void it("keeps O_CLOEXEC from when it was reserved; no other flag is looked at", () => {
    const table = new DescriptorTable();
    for (const flags of [O_CLOEXEC, 0, O_CLOEXEC | 0o4000, 0o4000, -1])
      table.fd_install(table.get_unused_fd_flags(flags), new OpenFile("x"));
    assert.deepEqual(
      table.list().map((fd) => table.fcntl(fd, F_GETFD)),
      [FD_CLOEXEC, 0, FD_CLOEXEC, 0, FD_CLOEXEC],
    );
  });
});

void describe("an INSTALLED slot", () => {
  void it("close frees it and releases the file once its last holder lets go", () => {
    const released: string[] = [];
    const table = new DescriptorTable();
    const fd = table.open(() => new OpenFile("log", { release: ({ path }) => released.push(path) }), 0);
    const held = table.fget(fd);
    const copy = table.dup(fd);
    assert.deepEqual([table.close(fd), table.close(copy), released.length], [0, 0, 0]);
    held?.fput();
    assert.deepEqual(released, ["log"]);
    assert.equal(table.state(fd), "FREE");
  });

  void it("dup2 onto it closes the old file silently", () => {
    let released = 0;
    const table = new DescriptorTable();
    table.open(() => new OpenFile("a"), 0);
    table.open(() => new OpenFile("b", { release: () => released++ }), O_CLOEXEC);
    assert.equal(table.dup2(0, 1), 1);
    assert.equal(released, 1);
    assert.equal(table.fcntl(1, F_GETFD), 0);
    const there = table.fget(1);
    assert.equal(there?.path, "a");
    there.fput();
  });

  void it("install again is refused, where the kernel has a BUG_ON", () => {
    const { table } = withReserved(1);
    throwsCode(
      () => {
        table.fd_install(0, new OpenFile("x"));
      },
      "ERR_MOVECHECK_NOT_RESERVED",
      /descriptor 0 is INSTALLED/,
    );
    throwsCode(() => {
      table.put_unused_fd(0);
    }, "ERR_MOVECHECK_NOT_RESERVED");
  });

  void it("exec closes what is marked close-on-exec, and keeps reservations", () => {
    const { table, fd } = withReserved(2);
    table.fcntl(0, F_SETFD, FD_CLOEXEC);
    assert.equal(table.exec(), 0);
    assert.deepEqual(table.list(), [1]);
    assert.equal(table.state(fd), "RESERVED");
  });

  void it("read goes to the file; one that can't be read is EINVAL", () => {
    const table = new DescriptorTable();
    table.open(() => new OpenFile("readable", { read: () => 5 }), 0);
    table.open(() => new OpenFile("not readable"), 0);
    assert.deepEqual([table.read(0), table.read(1)], [5, -EINVAL]);
  });
});

void describe("arguments", () => {
  void it("F_DUPFD with min at or above the limit is EINVAL", () => {
    const { table } = withReserved(1, 8);
    assert.deepEqual(
      [8, 9, -1].map((min) => table.fcntl(0, F_DUPFD_CLOEXEC, min)),
      [-EINVAL, -EINVAL, -EINVAL],
    );
    assert.equal(table.fcntl(0, F_DUPFD, 7), 7);
    assert.equal(table.fcntl(0, F_DUPFD, 7), -EMFILE);
  });

  void it("dup3 onto itself, or with bad flags, is EINVAL; dup2 onto itself returns it", () => {
    const { table } = withReserved(1);
    assert.equal(table.dup3(0, 0, 0), -EINVAL);
    assert.equal(table.dup3(0, 3, 1), -EINVAL);
    assert.equal(table.dup2(0, 0), 0);
  });

  void it("fcntl with another command, and close_range backwards or with bad flags, are EINVAL", () => {
    const { table } = withReserved(1);
    assert.equal(table.fcntl(0, 77), -EINVAL);
    assert.equal(table.close_range(3, 2), -EINVAL);
    assert.equal(table.close_range(0, 2, 1), -EINVAL);
    assert.equal(table.close_range(5, 6, CLOSE_RANGE_UNSHARE), 0);
  });

  void it("F_DUPFD past what is allocated grows the table once, to the power of two that holds it", () => {
    const asked: number[] = [];
    const table = new DescriptorTable({ limit: 4096, alloc_fdtable: (slots) => (asked.push(slots), true) });
    table.open(() => new OpenFile("x"), 0);
    assert.equal(table.fcntl(0, F_DUPFD, 1000), 1000);
    assert.equal(table.dup3(0, 2048, 0), 2048);
    assert.deepEqual(asked, [1024, 4096]);
    assert.deepEqual(table.list(), [0, 1000, 2048]);
  });

  void it("dup3 onto a number the table can't grow to is ENOMEM, and EBADF past nr_open", () => {
    const table = new DescriptorTable({ limit: 4096, nr_open: 1024, alloc_fdtable: () => false });
    table.open(() => new OpenFile("x"), 0);
    assert.equal(table.dup3(0, 100, 0), -ENOMEM);
    assert.equal(table.dup3(9, 100, 0), -EBADF);
    assert.equal(table.dup3(0, 1024, 0), -EBADF);
  });

  void it("fork is ENOMEM when the copy can't be allocated, and the parent is unchanged", () => {
    let memory = true;
    const table = new DescriptorTable({ alloc_fdtable: () => memory });
    table.open(() => new OpenFile("x"), 0);
    table.fcntl(0, F_DUPFD, 100);
    memory = false;
    assert.equal(table.fork(), -ENOMEM);
    assert.deepEqual(table.list(), [0, 100]);
  });
});

void describe("open", () => {
  void it("makes the file only once a slot is reserved", () => {
    const table = new DescriptorTable({ limit: 0 });
    let made = false;
    assert.equal(
      table.open(() => ((made = true), new OpenFile("x")), 0),
      -EMFILE,
    );
    assert.equal(made, false);
  });

  void it("returns the slot when the file can't be made, or is none", () => {
    const table = new DescriptorTable();
    assert.equal(
      table.open(() => -2, 0),
      -2,
    );
    assert.throws(
      () =>
        table.open(() => {
          throw new Error("disk");
        }, 0),
      /disk/,
    );
    throwsCode(() => table.open(() => ({}) as never, 0), "ERR_MOVECHECK_FOREIGN");
    assert.equal(table.state(0), "FREE");
    assert.equal(table.next_fd, 0);
  });
});

void describe("bad input gets a code, and the table is unchanged", () => {
  const bad: [name: string, run: (table: DescriptorTable) => unknown, code: MovecheckErrorCode, message: RegExp][] = [
    [
      "a flag that is not a number",
      (t) => t.get_unused_fd_flags("O_CLOEXEC" as never),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /get_unused_fd_flags\(\): `flags` must be an integer of 32 bits, and is "O_CLOEXEC"/,
    ],
    ["a flag that is NaN", (t) => t.get_unused_fd_flags(Number.NaN), "ERR_MOVECHECK_BAD_ARGUMENT", /is NaN/],
    ["a fractional flag", (t) => t.get_unused_fd_flags(0.5), "ERR_MOVECHECK_BAD_ARGUMENT", /is 0\.5/],
    ["no flag", (t) => t.get_unused_fd_flags(undefined as never), "ERR_MOVECHECK_BAD_ARGUMENT", /is undefined/],
    ["a flag of more than 32 bits", (t) => t.get_unused_fd_flags(2 ** 40), "ERR_MOVECHECK_BAD_ARGUMENT", /32 bits/],
    ["a negative limit", (t) => t.setrlimit(-1), "ERR_MOVECHECK_BAD_ARGUMENT", /setrlimit\(\): `limit`/],
    ["a limit that is not a number", (t) => t.setrlimit({} as never), "ERR_MOVECHECK_BAD_ARGUMENT", /an object/],
    ["an infinite limit", (t) => t.setrlimit(Infinity), "ERR_MOVECHECK_BAD_ARGUMENT", /Infinity/],
    [
      "a descriptor that is a string",
      (t) => t.close("0" as never),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /close\(\): `fd`.*"0"/,
    ],
    [
      "a foreign object for a file",
      (t) => {
        t.fd_install(1, { path: "x" } as never);
      },
      "ERR_MOVECHECK_FOREIGN",
      /fd_install\(\): `file`/,
    ],
    [
      "a released file",
      (t) => {
        const file = new OpenFile("gone");
        file.fput();
        t.fd_install(1, file);
      },
      "ERR_MOVECHECK_FOREIGN",
      /"gone" was released/,
    ],
    [
      "something that makes no file",
      (t) => t.open("file" as never, 0),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`make` must be a function/,
    ],
  ];
  for (const [name, run, code, message] of bad) {
    void it(name, () => {
      const { table } = withReserved(1, 8);
      throwsCode(() => run(table), code, message);
      assert.deepEqual([table.list(), table.state(1), table.rlimit_nofile, table.next_fd], [[0], "RESERVED", 8, 2]);
    });
  }

  void it("options that are none", () => {
    for (const options of [
      7,
      null,
      { limit: -1 },
      { limit: 1.5 },
      { nr_open: 63 },
      { nr_open: 1_048_577 },
      { alloc_fdtable: 1 },
    ]) {
      throwsCode(() => new DescriptorTable(options as never), "ERR_MOVECHECK_BAD_ARGUMENT");
    }
  });

  void it("a file that is none", () => {
    throwsCode(
      () => new OpenFile(7 as never),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /OpenFile\(\): `path` must be a string, and is 7/,
    );
    throwsCode(
      () => new OpenFile("x", null as never),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`operations` must be an object, and is null/,
    );
  });

  void it("a closed table", () => {
    const table = new DescriptorTable();
    let released = 0;
    table.open(() => new OpenFile("x", { release: () => released++ }), 0);
    table.exit();
    table.exit();
    assert.equal(released, 1);
    for (const run of [
      () => table.get_unused_fd_flags(0),
      () => table.close(0),
      () => table.dup(0),
      () => table.fork(),
      () => table.list(),
      () => table.setrlimit(1),
      () => table.fget(0),
    ]) {
      throwsCode(run, "ERR_MOVECHECK_TABLE_CLOSED", /the descriptor table is closed/);
    }
  });
});

void it("a release() that throws is reported, and the rest is closed all the same", async () => {
  const warned = new Promise<Error & { code?: string }>((resolve) => process.once("warning", resolve));
  const table = new DescriptorTable();
  table.open(
    () =>
      new OpenFile("bad", {
        release: () => {
          throw new Error("no disk");
        },
      }),
    0,
  );
  table.open(() => new OpenFile("good"), 0);
  assert.equal(table.close_range(0, 9), 0);
  assert.deepEqual(table.list(), []);
  const warning = await warned;
  assert.equal(warning.code, "MOVECHECK_RELEASE");
  assert.match(warning.message, /"bad" threw: no disk/);
});

void it("a release() that throws what can't be shown disturbs no table either", async () => {
  const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
  const hostile = Object.defineProperty(new Error(), "message", {
    get: () => {
      throw new Error("again");
    },
  });
  const table = new DescriptorTable();
  table.open(
    () =>
      new OpenFile("bad", {
        release: () => {
          throw hostile;
        },
      }),
    0,
  );
  table.open(() => new OpenFile("good"), 0);
  assert.equal(table.close_range(0, 9), 0);
  assert.deepEqual(table.list(), []);
  assert.match((await warned).message, /"bad" threw: an error without a readable message/);
});

void it("a release() may use the table it was released from", () => {
  const table = new DescriptorTable();
  const again = (): void => {
    table.fd_install(table.get_unused_fd_flags(0), new OpenFile("new"));
  };
  table.open(() => new OpenFile("old", { release: again }), 0);
  assert.equal(table.close(0), 0);
  assert.deepEqual([table.list(), table.fget(0)?.path], [[0], "new"]);
});

void it("holds 1,048,576 descriptors, and not one more", () => {
  const table = new DescriptorTable({ limit: 1 << 21 });
  for (let fd = 0; fd < 1_048_576; fd++) if (table.get_unused_fd_flags(0) !== fd) assert.fail(`at ${fd}`);
  assert.equal(table.get_unused_fd_flags(0), -EMFILE);
  table.put_unused_fd(777_777);
  assert.equal(table.get_unused_fd_flags(0), 777_777);
});
