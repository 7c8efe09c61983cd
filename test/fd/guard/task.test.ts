import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { refusal, warnings } from "../refusal.js";
import {
  current_files,
  DescriptorTable,
  fd_install,
  fget,
  filp_open,
  get_unused_fd_flags,
  installBatch,
  put_unused_fd,
  reserveBatch,
  unshare_files,
  with_current,
  type Handle,
} from "../untyped.js";

void describe("with_current", () => {
  void it("returns what the callback returns, throws what it throws", async () => {
    assert.equal(
      with_current(() => 7),
      7,
    );
    assert.throws(
      () =>
        with_current(() => {
          throw new RangeError("mine");
        }),
      /mine/,
    );
    assert.equal(
      await with_current(async () => {
        await wait(1);
        return 8;
      }),
      8,
    );
    await assert.rejects(
      with_current(async () => {
        await wait(1);
        throw new RangeError("later");
      }),
      /later/,
    );
  });

  void it("works on one table for the whole process unless given another", () => {
    const table = new DescriptorTable();
    const shared = with_current((current) => current_files(current));
    assert.equal(
      with_current((current) => current_files(current)),
      shared,
    );
    assert.equal(
      with_current((current) => current_files(current), { table }),
      table,
    );
  });

  void it("nests, each with a table of its own", () => {
    const outer = new DescriptorTable();
    const inner = new DescriptorTable();
    with_current(
      (a) => {
        using kept = get_unused_fd_flags(a, 0);
        with_current(
          (b) => {
            using other = get_unused_fd_flags(b, 0);
            assert.deepEqual([kept.reserved_fd === other.reserved_fd, other.reserved_fd()], [true, 0]);
            assert.equal(inner.state(0), "RESERVED");
          },
          { table: inner },
        );
        assert.equal(inner.state(0), "FREE");
        assert.equal(kept.reserved_fd(), 0);
      },
      { table: outer },
    );
  });

  void it("refuses a reservation while another task runs", () => {
    const table = new DescriptorTable();
    with_current(
      (a) => {
        using fd = get_unused_fd_flags(a, 0);
        with_current(
          () => {
            refusal(
              "ERR_MOVECHECK_OTHER_TASK",
              () => {
                fd_install(fd, filp_open("x"));
              },
              /belongs to task \d+ .*, and the current task is task \d+/,
              /made here/,
            );
            refusal("ERR_MOVECHECK_OTHER_TASK", () => {
              put_unused_fd(fd);
            });
          },
          { table },
        );
        assert.equal(table.state(0), "RESERVED");
        put_unused_fd(fd);
      },
      { table },
    );
  });
});

void describe("when with_current ends with a reservation outstanding", () => {
  const ends: [string, (table: DescriptorTable, leak: (current: unknown) => void) => unknown][] = [
    [
      "by returning",
      (table, leak) => {
        with_current(
          (current) => {
            leak(current);
          },
          { table },
        );
      },
    ],
    [
      "by an exception",
      (table, leak) => {
        assert.throws(() => {
          with_current(
            (current) => {
              leak(current);
              throw new Error("mine");
            },
            { table },
          );
        }, /mine/);
      },
    ],
    [
      "by a promise",
      (table, leak) =>
        with_current(
          async (current) => {
            await wait(1);
            leak(current);
          },
          { table },
        ),
    ],
    [
      "by a rejected promise",
      (table, leak) =>
        assert.rejects(
          with_current(
            async (current) => {
              leak(current);
              await wait(1);
              throw new Error("mine");
            },
            { table },
          ),
          /mine/,
        ),
    ],
    [
      "by a thenable",
      (table, leak) =>
        with_current(
          (current) => {
            leak(current);
            return {
              then: (done: (value: number) => void) => {
                done(1);
              },
            };
          },
          { table },
        ),
    ],
  ];
  for (const [how, end] of ends) {
    void it(`${how}: it is returned to the table, and reported with where it was made`, async () => {
      const table = new DescriptorTable();
      let leaked: Handle | undefined;
      const warned = await warnings(() =>
        end(table, (current) => {
          put_unused_fd(get_unused_fd_flags(current, 0));
          leaked = get_unused_fd_flags(current, 0);
          reserveBatch(current, 2, 0);
        }),
      );
      assert.equal(warned.length, 1);
      assert.equal(warned[0]?.code, "MOVECHECK_LEAK");
      assert.match(
        warned[0].message,
        /^task \d+ \(with_current at .*task\.test\.ts:\d+:\d+\) ended while 2 reservations were neither installed nor dropped; returned to the table:\n`FileDescriptorReservation` of descriptor 0\n {2}made here: .*task\.test\.ts:\d+:\d+\n`ReservationBatch` of descriptors 1, 2\n {2}made here: .*task\.test\.ts:\d+:\d+$/,
      );
      assert.deepEqual(
        [0, 1, 2].map((fd) => table.state(fd)),
        ["FREE", "FREE", "FREE"],
      );
      assert.equal(table.next_fd, 0);

      const before = table.get_unused_fd_flags(0);
      refusal(
        "ERR_MOVECHECK_TASK_ENDED",
        () => {
          fd_install(leaked, filp_open("late"));
        },
        /^fd_install\(\): task \d+ .* has ended/,
      );
      refusal("ERR_MOVECHECK_TASK_ENDED", () => {
        put_unused_fd(leaked);
      });
      refusal("ERR_MOVECHECK_TASK_ENDED", () => leaked?.reserved_fd());
      leaked?.[Symbol.dispose]();
      assert.equal(table.state(before), "RESERVED", "a late dispose frees nobody else's number");
    });
  }

  void it("nothing is said of what was installed, dropped or disposed of", async () => {
    const warned = await warnings(() => {
      with_current(
        (current) => {
          using _disposed = get_unused_fd_flags(current, 0);
          put_unused_fd(get_unused_fd_flags(current, 0));
          fd_install(get_unused_fd_flags(current, 0), filp_open("x"));
          installBatch(reserveBatch(current, 1, 0), [filp_open("y")]);
        },
        { table: new DescriptorTable() },
      );
    });
    assert.deepEqual(warned, []);
  });

  void it("a long list is cut", async () => {
    const table = new DescriptorTable();
    const warned = await warnings(() => {
      with_current(
        (current) => {
          for (let n = 0; n < 25; n++) get_unused_fd_flags(current, 0);
          reserveBatch(current, 20, 0);
        },
        { table },
      );
    });
    assert.match(warned[0]?.message ?? "", /ended while 26 reservations were[^]*\nand 16 more$/);
    assert.equal(table.next_fd, 0);
  });

  void it("the table exited meanwhile: reported, and nothing to return", async () => {
    const table = new DescriptorTable();
    const warned = await warnings(() => {
      with_current(
        (current) => {
          using _fd = get_unused_fd_flags(current, 0);
          get_unused_fd_flags(current, 0);
          table.exit();
          refusal("ERR_MOVECHECK_TABLE_CLOSED", () => get_unused_fd_flags(current, 0));
        },
        { table },
      );
    });
    assert.equal(warned.length, 1);
  });

  void it("numbers freed behind the guard's back are told, and the others still returned", async () => {
    const table = new DescriptorTable();
    const warned = await warnings(() => {
      with_current(
        (current) => {
          reserveBatch(current, 3, 0);
          table.put_unused_fd(1);
        },
        { table },
      );
    });
    assert.equal(warned.length, 2);
    assert.match(
      warned[0]?.message ?? "",
      /could not be returned to the table: put_unused_fd\(\): descriptor 1 is FREE/,
    );
    assert.deepEqual(
      [0, 1, 2].map((fd) => table.state(fd)),
      ["FREE", "FREE", "FREE"],
    );
  });
});

void describe("after with_current ended", () => {
  void it("current is refused", () => {
    let escaped: unknown;
    with_current((current) => {
      escaped = current;
    });
    for (const use of [
      () => get_unused_fd_flags(escaped, 0),
      () => fget(escaped, 0),
      () => reserveBatch(escaped, 1, 0),
      () => unshare_files(escaped),
      () => current_files(escaped),
    ]) {
      refusal("ERR_MOVECHECK_TASK_ENDED", use, /has ended; what it lent can't be used any more/);
    }
  });

  void it("a generator's body runs too late", () => {
    const late = with_current(function* (current) {
      yield get_unused_fd_flags(current, 0);
    });
    refusal("ERR_MOVECHECK_TASK_ENDED", () => late.next());
  });

  void it("a file that was taken lives on", () => {
    const table = new DescriptorTable();
    let released = 0;
    const file = with_current(
      (current) => {
        fd_install(get_unused_fd_flags(current, 0), filp_open("log", { release: () => released++ }));
        return fget(current, 0);
      },
      { table },
    );
    table.close(0);
    assert.deepEqual([file.target.path, released], ["log", 0]);
    file[Symbol.dispose]();
    assert.equal(released, 1);
  });

  void it("in the async callback, current is good until the promise settles", async () => {
    const table = new DescriptorTable();
    await with_current(
      async (current) => {
        using fd = get_unused_fd_flags(current, 0);
        await wait(1);
        assert.equal(fd.reserved_fd(), 0);
        fd_install(fd, filp_open("x"));
      },
      { table },
    );
    assert.deepEqual(table.list(), [0]);
  });

  void it("two async tasks interleave on one table, each with its own reservations", async () => {
    const table = new DescriptorTable();
    const work = (current: unknown): Promise<number> =>
      (async () => {
        using fd = get_unused_fd_flags(current, 0);
        await wait(2);
        const number = fd.reserved_fd();
        fd_install(fd, filp_open("x"));
        return number;
      })();
    assert.deepEqual(await Promise.all([with_current(work, { table }), with_current(work, { table })]), [0, 1]);
  });
});

void describe("unshare_files", () => {
  void it("gives the task a copy, and leaves the shared table alone", () => {
    const table = new DescriptorTable();
    table.get_unused_fd_flags(0);
    with_current(
      (current) => {
        fd_install(get_unused_fd_flags(current, 0), filp_open("x"));
        assert.equal(unshare_files(current), 0);
        const copy = current_files(current);
        assert.notEqual(copy, table);
        assert.deepEqual([copy.list(), copy.state(0), table.state(0)], [[1], "FREE", "RESERVED"]);
        assert.equal(copy.close(1), 0);
        assert.deepEqual(table.list(), [1]);
      },
      { table },
    );
  });

  void it("is refused while a reservation would be lost", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        using fd = get_unused_fd_flags(current, 0);
        refusal(
          "ERR_MOVECHECK_UNSHARE",
          () => unshare_files(current),
          /refused while `FileDescriptorReservation` of descriptor 0 is reserved/,
          /made here/,
        );
        fd_install(fd, filp_open("x"));
        assert.equal(current_files(current), table);
      },
      { table },
    );
  });

  void it("is -ENOMEM when the copy can't be allocated", () => {
    const table = new DescriptorTable({ alloc_fdtable: () => memory });
    let memory = true;
    with_current(
      (current) => {
        installBatch(
          reserveBatch(current, 65, 0),
          Array.from({ length: 65 }, () => filp_open("x")),
        );
        memory = false;
        assert.equal(unshare_files(current), -12);
        assert.equal(current_files(current), table);
      },
      { table },
    );
  });
});
