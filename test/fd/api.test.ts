import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { refusal } from "./refusal.js";
import {
  CLOSE_RANGE_CLOEXEC,
  current_files,
  DescriptorTable,
  dropBatch,
  F_GETFD,
  FD_CLOEXEC,
  fd_install,
  fget,
  filp_open,
  get_unused_fd_flags,
  installBatch,
  O_CLOEXEC,
  OpenFile,
  put_unused_fd,
  reserveBatch,
  unshare_files,
  with_current,
  type Handle,
  type MovecheckErrorCode,
} from "./untyped.js";

function errno(value: Handle): [boolean, number, string] {
  return [value.ok, value.errno, value.code];
}

void describe("get_unused_fd_flags and fd_install", () => {
  void it("reserve, then install: the number names the file", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        using fd = get_unused_fd_flags(current, O_CLOEXEC);
        assert.deepEqual([fd.ok, fd.reserved_fd(), table.list()], [true, 0, []]);
        fd_install(fd, filp_open("/etc/hosts"));
        assert.deepEqual([table.list(), table.fcntl(0, F_GETFD)], [[0], FD_CLOEXEC]);
        using file = fget(current, 0);
        assert.equal(file.target.path, "/etc/hosts");
      },
      { table },
    );
  });

  void it("no room is an answer, not an exception", () => {
    with_current(
      (current) => {
        using fd = get_unused_fd_flags(current, 0);
        assert.deepEqual(errno(fd), [false, -24, "EMFILE"]);
        assert.equal(Reflect.apply(String, undefined, [fd]), "EMFILE");
        assert.ok(Object.isFrozen(fd));
      },
      { table: new DescriptorTable({ limit: 0 }) },
    );
  });

  void it("ENOMEM when the table can't grow; ENFILE only ever from opening a file; EBADF from fget", () => {
    const table = new DescriptorTable({ alloc_fdtable: () => false });
    with_current(
      (current) => {
        using batch = reserveBatch(current, 64, 0);
        using none = get_unused_fd_flags(current, 0);
        using file = filp_open("x", { alloc_file: () => false });
        using bad = fget(current, 63);
        assert.deepEqual(
          [batch.ok, errno(none), errno(file), errno(bad)],
          [true, [false, -12, "ENOMEM"], [false, -23, "ENFILE"], [false, -9, "EBADF"]],
        );
      },
      { table },
    );
  });

  void it("close-on-exec set by close_range sticks through install", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        using fd = get_unused_fd_flags(current, 0);
        current_files(current).close_range(0, 9, CLOSE_RANGE_CLOEXEC);
        fd_install(fd, filp_open("x"));
        assert.equal(table.fcntl(0, F_GETFD), FD_CLOEXEC);
      },
      { table },
    );
  });
});

void describe("ARef", () => {
  void it("counts: the file is released when the last reference and the last descriptor are gone", () => {
    const table = new DescriptorTable();
    let released = 0;
    with_current(
      (current) => {
        const file = filp_open("log", { release: () => released++ });
        const second = file.clone();
        fd_install(get_unused_fd_flags(current, 0), file);
        const third = fget(current, 0);
        table.dup(0);
        table.close(0);
        table.close(1);
        second[Symbol.dispose]();
        second[Symbol.dispose]();
        assert.equal(released, 0);
        third[Symbol.dispose]();
        assert.equal(released, 1);
      },
      { table },
    );
  });

  void it("reads go to the file's operations", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        fd_install(
          get_unused_fd_flags(current, 0),
          filp_open("x", { read: (file: { path: string }) => file.path.length }),
        );
      },
      { table },
    );
    assert.equal(table.read(0), 1);
  });
});

void describe("a batch", () => {
  void it("reserves all, and installs exactly as many files, in order", () => {
    const table = new DescriptorTable();
    table.get_unused_fd_flags(0);
    with_current(
      (current) => {
        using batch = reserveBatch(current, 3, O_CLOEXEC);
        assert.deepEqual([batch.length, batch.reserved_fds()], [3, [1, 2, 3]]);
        installBatch(
          batch,
          ["a", "b", "c"].map((path) => filp_open(path)),
        );
      },
      { table },
    );
    assert.deepEqual(
      table.list().map((fd) => {
        const file = table.fget(fd);
        file?.fput();
        return file?.path;
      }),
      ["a", "b", "c"],
    );
  });

  for (let room = 0; room < 5; room++) {
    void it(`reserves none when there is room for ${room} of 5: the first ${room} are returned, and the next number is as before`, () => {
      const table = new DescriptorTable({ limit: room + 1 });
      table.get_unused_fd_flags(0);
      with_current(
        (current) => {
          using batch = reserveBatch(current, 5, 0);
          assert.deepEqual(errno(batch), [false, -24, "EMFILE"]);
          assert.equal(table.next_fd, 1);
          for (let fd = 1; fd <= room; fd++) assert.equal(table.state(fd), "FREE");
        },
        { table },
      );
    });
  }

  void it("ENOMEM at the k-th returns the first k-1 too, and so does an exception", () => {
    let answer = (): boolean => false;
    const table = new DescriptorTable({ alloc_fdtable: () => answer() });
    with_current(
      (current) => {
        assert.equal(reserveBatch(current, 65, 0).code, "ENOMEM");
        assert.equal(table.next_fd, 0);
        answer = () => {
          throw new Error("allocator");
        };
        assert.throws(() => reserveBatch(current, 65, 0), /allocator/);
        assert.deepEqual([table.next_fd, table.state(0), table.state(63)], [0, "FREE", "FREE"]);
      },
      { table },
    );
  });

  void it("of nothing is a batch", () => {
    const table = new DescriptorTable({ limit: 0 });
    with_current(
      (current) => {
        const batch = reserveBatch(current, 0, 0);
        assert.deepEqual([batch.ok, batch.length], [true, 0]);
        installBatch(batch, []);
      },
      { table },
    );
  });

  void it("dropped, it gives every number back", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        dropBatch(reserveBatch(current, 3, 0));
        assert.equal(table.next_fd, 0);
        {
          using _batch = reserveBatch(current, 3, 0);
        }
        assert.equal(table.next_fd, 0);
      },
      { table },
    );
  });

  const refused: [string, (batch: Handle, files: Handle[]) => void, MovecheckErrorCode, RegExp][] = [
    [
      "too few files",
      (batch, [a]) => {
        installBatch(batch, [a]);
      },
      "ERR_MOVECHECK_BATCH_LENGTH",
      /1 files for 2 reserved descriptors; nothing was installed/,
    ],
    [
      "too many files",
      (batch, [a, b]) => {
        installBatch(batch, [a, b, a?.clone()]);
      },
      "ERR_MOVECHECK_BATCH_LENGTH",
      /3 files for 2/,
    ],
    [
      "a file twice",
      (batch, [a]) => {
        installBatch(batch, [a, a]);
      },
      "ERR_MOVECHECK_MOVED",
      /`ARef<File>` of "a" is in the list twice, again at index 1/,
    ],
    [
      "a moved file",
      (batch, [a, b]) => {
        b?.[Symbol.dispose]();
        installBatch(batch, [a, b]);
      },
      "ERR_MOVECHECK_MOVED",
      /use of moved value/,
    ],
    [
      "something that is no file",
      (batch, [a]) => {
        installBatch(batch, [a, { ok: true }]);
      },
      "ERR_MOVECHECK_FOREIGN",
      /`files\[1\]` must be an ARef/,
    ],
    [
      "a hole",
      (batch, [a]) => {
        const files = [a];
        files.length = 2;
        installBatch(batch, files);
      },
      "ERR_MOVECHECK_FOREIGN",
      /`files\[1\]`.*is undefined/,
    ],
    [
      "no array",
      (batch, [a]) => {
        installBatch(batch, a);
      },
      "ERR_MOVECHECK_FOREIGN",
      /`files` must be an array of ARefs/,
    ],
    [
      "a single reservation's consumer",
      (batch, [a]) => {
        fd_install(batch, a);
      },
      "ERR_MOVECHECK_FOREIGN",
      /must be a FileDescriptorReservation/,
    ],
  ];
  for (const [name, run, code, message] of refused) {
    void it(`${name}: nothing is installed, nothing consumed`, () => {
      const table = new DescriptorTable();
      with_current(
        (current) => {
          using batch = reserveBatch(current, 2, 0);
          using a = filp_open("a");
          using b = filp_open("b");
          refusal(
            code,
            () => {
              run(batch, [a, b]);
            },
            message,
          );
          assert.deepEqual([table.list(), batch.length, a.target.path], [[], 2, "a"]);
        },
        { table },
      );
    });
  }
});

void describe("a getter among a batch's files is run before anything is looked at", () => {
  void it("it drops the batch: nothing is installed in what others reserved since", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        const batch = reserveBatch(current, 1, 0);
        using file = filp_open("x");
        const others: Handle[] = [];
        const files = Object.defineProperty([], 0, {
          get: () => (dropBatch(batch), others.push(get_unused_fd_flags(current, 0)), file),
        });
        refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            installBatch(batch, files);
          },
          /consumed by dropBatch\(\)/,
        );
        assert.deepEqual([table.list(), others[0]?.reserved_fd()], [[], 0]);
        put_unused_fd(others[0]);
      },
      { table },
    );
  });

  void it("it disposes of a file before it: nothing is installed", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        using batch = reserveBatch(current, 2, 0);
        const a = filp_open("a");
        using kept = a.clone();
        using b = filp_open("b");
        const files = Object.defineProperty([a], 1, { get: () => (a[Symbol.dispose](), b) });
        refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            installBatch(batch, files);
          },
          /"a" was disposed of/,
        );
        assert.deepEqual([table.list(), kept.target.path, b.target.path], [[], "a", "b"]);
      },
      { table },
    );
  });
});

void describe("bad input gets a code, and the table is unchanged", () => {
  const bad: [string, (current: unknown, fd: Handle) => unknown, MovecheckErrorCode, RegExp][] = [
    [
      "a flag that is not a number",
      (current) => get_unused_fd_flags(current, "0"),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`flags` must be an integer of 32 bits, and is "0"/,
    ],
    ["a flag that is NaN", (current) => get_unused_fd_flags(current, NaN), "ERR_MOVECHECK_BAD_ARGUMENT", /is NaN/],
    [
      "a bad flag for a batch",
      (current) => reserveBatch(current, 2, undefined),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`flags`/,
    ],
    [
      "a fractional count",
      (current) => reserveBatch(current, 1.5, 0),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`n` must be an integer from 0 to 1048576, and is 1\.5/,
    ],
    ["a negative count", (current) => reserveBatch(current, -1, 0), "ERR_MOVECHECK_BAD_ARGUMENT", /is -1/],
    [
      "a count past nr_open",
      (current) => reserveBatch(current, 1_048_577, 0),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /is 1048577/,
    ],
    ["no count", (current) => reserveBatch(current, {}, 0), "ERR_MOVECHECK_BAD_ARGUMENT", /an object/],
    ["a descriptor that is no number", (current) => fget(current, "0"), "ERR_MOVECHECK_BAD_ARGUMENT", /fget\(\): `fd`/],
    ["no current", () => get_unused_fd_flags(undefined, 0), "ERR_MOVECHECK_FOREIGN", /`current` must be a CurrentTask/],
    ["a forged current", () => get_unused_fd_flags({ task: 1 }, 0), "ERR_MOVECHECK_FOREIGN", /is an object/],
    [
      "a forged reservation",
      () => {
        put_unused_fd({ ok: true, reserved_fd: () => 0 });
      },
      "ERR_MOVECHECK_FOREIGN",
      /`reservation`/,
    ],
    [
      "an inherited reservation",
      (_, fd) => {
        put_unused_fd(Object.create(fd));
      },
      "ERR_MOVECHECK_FOREIGN",
      /`reservation`/,
    ],
    [
      "a proxied reservation",
      (_, fd) => {
        put_unused_fd(new Proxy(fd, {}));
      },
      "ERR_MOVECHECK_FOREIGN",
      /`reservation`/,
    ],
    [
      "a reservation made with its constructor",
      (_, fd) => new (fd.constructor as new (x: unknown) => unknown)({ fds: [0] }),
      "ERR_MOVECHECK_FOREIGN",
      /can't be constructed/,
    ],
    [
      "a number for a reservation",
      () => {
        fd_install(0, filp_open("x"));
      },
      "ERR_MOVECHECK_FOREIGN",
      /and is 0/,
    ],
    [
      "a foreign file",
      (_, fd) => {
        fd_install(fd, { path: "x" });
      },
      "ERR_MOVECHECK_FOREIGN",
      /`file` must be an ARef/,
    ],
    [
      "a bare file without its reference",
      (_, fd) => {
        fd_install(fd, new OpenFile("x"));
      },
      "ERR_MOVECHECK_FOREIGN",
      /`file` must be an ARef/,
    ],
    [
      "an errno for a reservation",
      (current) => {
        put_unused_fd(fget(current, 9));
      },
      "ERR_MOVECHECK_FOREIGN",
      /`reservation`/,
    ],
    [
      "a path that is no string",
      () => filp_open(7),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /filp_open\(\): `path` must be a string, and is 7/,
    ],
    [
      "an operation that is no function",
      () => filp_open("x", { release: 1 }),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`release` must be a function/,
    ],
    [
      "a callback that is none",
      () => with_current(7 as never),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /with_current\(\): `callback` must be a function/,
    ],
    [
      "options that are none",
      () => with_current(() => 1, 7),
      "ERR_MOVECHECK_BAD_ARGUMENT",
      /`options` must be an object/,
    ],
    [
      "a table that is none",
      () => with_current(() => 1, { table: {} }),
      "ERR_MOVECHECK_FOREIGN",
      /`table` must be a DescriptorTable/,
    ],
    [
      "a number read through an object made from a reservation",
      (_, fd) => (Object.create(fd) as Handle).reserved_fd(),
      "ERR_MOVECHECK_FOREIGN",
      /reserved_fd\(\): `this` must be a FileDescriptorReservation/,
    ],
    [
      "a number read through a proxy",
      (_, fd) => new Proxy(fd, {}).reserved_fd(),
      "ERR_MOVECHECK_FOREIGN",
      /reserved_fd\(\): `this`/,
    ],
    [
      "a method of a batch on something else",
      (current) => {
        using batch = reserveBatch(current, 1, 0);
        return batch.reserved_fds.call({} as never);
      },
      "ERR_MOVECHECK_FOREIGN",
      /reserved_fds\(\): `this` must be a ReservationBatch/,
    ],
    [
      "a file's target through an object made from it",
      () => {
        using file = filp_open("x");
        return (Object.create(file) as Handle).target;
      },
      "ERR_MOVECHECK_FOREIGN",
      /target: `this` must be an ARef/,
    ],
    [
      "a file's clone on something else",
      () => {
        using file = filp_open("x");
        return file.clone.call({} as never);
      },
      "ERR_MOVECHECK_FOREIGN",
      /clone\(\): `this`/,
    ],
    [
      "a file's dispose on something else",
      () => {
        using file = filp_open("x");
        file[Symbol.dispose].call({} as never);
      },
      "ERR_MOVECHECK_FOREIGN",
      /dispose: `this`/,
    ],
    [
      "a batch with a reservation's prototype",
      (current, fd) => {
        using batch = reserveBatch(current, 2, 0);
        const kept = Object.getPrototypeOf(batch) as object;
        Object.setPrototypeOf(batch, Object.getPrototypeOf(fd) as object);
        try {
          fd_install(batch, filp_open("x"));
        } finally {
          Object.setPrototypeOf(batch, kept);
        }
      },
      "ERR_MOVECHECK_FOREIGN",
      /`reservation` must be a FileDescriptorReservation/,
    ],
    [
      "a dispose on something else",
      (_, fd) => {
        fd[Symbol.dispose].call({} as never);
      },
      "ERR_MOVECHECK_FOREIGN",
      /this/,
    ],
    ["unsharing without current", () => unshare_files(null), "ERR_MOVECHECK_FOREIGN", /is null/],
  ];
  for (const [name, run, code, message] of bad) {
    void it(name, () => {
      const table = new DescriptorTable({ limit: 8 });
      with_current(
        (current) => {
          using fd = get_unused_fd_flags(current, 0);
          refusal(code, () => run(current, fd), message);
          assert.deepEqual([table.list(), table.state(0), table.next_fd, fd.reserved_fd()], [[], "RESERVED", 1, 0]);
        },
        { table },
      );
    });
  }

  void it("a closed table", () => {
    const table = new DescriptorTable();
    table.exit();
    refusal(
      "ERR_MOVECHECK_TABLE_CLOSED",
      () => with_current(() => 1, { table }),
      /with_current\(\): the descriptor table is closed/,
    );
  });
});
