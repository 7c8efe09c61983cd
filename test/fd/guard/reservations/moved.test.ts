import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { line, refusal, warnings } from "../../refusal.js";
import {
  DescriptorTable,
  dropBatch,
  fd_install,
  fget,
  filp_open,
  get_unused_fd_flags,
  installBatch,
  put_unused_fd,
  recordPositions,
  reserveBatch,
  with_current,
} from "../../untyped.js";

void describe("a value that was consumed is refused", () => {
  const consumers: [string, (fd: unknown) => void][] = [
    [
      "fd_install",
      (fd) => {
        fd_install(fd, filp_open("first"));
      },
    ],
    [
      "put_unused_fd",
      (fd) => {
        put_unused_fd(fd);
      },
    ],
  ];
  for (const [first, consume] of consumers) {
    for (const [second, again] of consumers) {
      void it(`${second} after ${first}`, () => {
        const table = new DescriptorTable();
        with_current(
          (current) => {
            const fd = get_unused_fd_flags(current, 0);
            consume(fd);
            const before = [table.list(), table.state(0), table.next_fd];
            refusal(
              "ERR_MOVECHECK_MOVED",
              () => {
                again(fd);
              },
              new RegExp(
                `${second}\\(\\): use of moved value: \`FileDescriptorReservation\` of descriptor 0 was consumed by ${first}\\(\\)`,
              ),
            );
            refusal("ERR_MOVECHECK_MOVED", () => fd.reserved_fd(), /^reserved_fd\(\): use of moved value/);
            assert.deepEqual([table.list(), table.state(0), table.next_fd], before);
          },
          { table },
        );
      });
    }
  }

  void it("through an alias", () => {
    with_current(
      (current) => {
        const fd = get_unused_fd_flags(current, 0);
        const alias = fd;
        put_unused_fd(fd);
        refusal("ERR_MOVECHECK_MOVED", () => {
          put_unused_fd(alias);
        });
      },
      { table: new DescriptorTable() },
    );
  });

  void it("saying where it was made and where it was consumed", () => {
    with_current(
      (current) => {
        const made = line(import.meta.url, 1);
        const fd = get_unused_fd_flags(current, 0);
        const consumed = line(import.meta.url, 1);
        put_unused_fd(fd);
        const error = refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            put_unused_fd(fd);
          },
          /made here: .*moved\.test\.ts/,
          /value moved here: .*moved\.test\.ts/,
        );
        assert.ok(error.made?.startsWith(`${made}:`), `${error.made} is not at ${made}`);
        assert.ok(error.consumed?.startsWith(`${consumed}:`), `${error.consumed} is not at ${consumed}`);
      },
      { table: new DescriptorTable() },
    );
  });

  void it("after the end of its `using`, with the scope as the place", () => {
    with_current(
      (current) => {
        let escaped: unknown;
        {
          using fd = get_unused_fd_flags(current, 0);
          escaped = fd;
        }
        const error = refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            fd_install(escaped, filp_open("late"));
          },
          /was disposed of/,
        );
        assert.match(error.consumed ?? "", /moved\.test\.ts:\d+:\d+$/);
      },
      { table: new DescriptorTable() },
    );
  });

  void it("also without positions, which can be switched off", () => {
    recordPositions(false);
    try {
      with_current(
        (current) => {
          const fd = get_unused_fd_flags(current, 0);
          put_unused_fd(fd);
          const error = refusal("ERR_MOVECHECK_MOVED", () => {
            put_unused_fd(fd);
          });
          assert.deepEqual([error.made, error.consumed, error.message.includes("here")], [undefined, undefined, false]);
        },
        { table: new DescriptorTable() },
      );
    } finally {
      recordPositions(true);
    }
  });

  void it("a file: installed, disposed of, or moved by a batch", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        const file = filp_open("once");
        fd_install(get_unused_fd_flags(current, 0), file);
        using second = get_unused_fd_flags(current, 0);
        refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            fd_install(second, file);
          },
          /`ARef<File>` of "once" was consumed by fd_install\(\)/,
        );
        refusal("ERR_MOVECHECK_MOVED", () => file.target);
        refusal("ERR_MOVECHECK_MOVED", () => file.clone());
        assert.equal(table.state(1), "RESERVED", "the reservation is not consumed by a refused install");

        const dropped = filp_open("dropped");
        dropped[Symbol.dispose]();
        refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            fd_install(second, dropped);
          },
          /was disposed of/,
        );
      },
      { table },
    );
  });

  void it("a batch", () => {
    with_current(
      (current) => {
        const batch = reserveBatch(current, 2, 0);
        installBatch(batch, [filp_open("a"), filp_open("b")]);
        refusal(
          "ERR_MOVECHECK_MOVED",
          () => {
            installBatch(batch, [filp_open("a"), filp_open("b")]);
          },
          /`ReservationBatch` of descriptors 0, 1 was consumed by installBatch\(\)/,
        );
        refusal("ERR_MOVECHECK_MOVED", () => {
          dropBatch(batch);
        });
        refusal("ERR_MOVECHECK_MOVED", () => batch.reserved_fds());
        refusal("ERR_MOVECHECK_MOVED", () => batch.length);
      },
      { table: new DescriptorTable() },
    );
  });
});

void describe("dispose after a move does nothing", () => {
  void it("a reservation: the number may belong to somebody else by now", () => {
    const table = new DescriptorTable();
    with_current(
      (current) => {
        const first = get_unused_fd_flags(current, 0);
        put_unused_fd(first);
        const second = get_unused_fd_flags(current, 0);
        assert.equal(second.reserved_fd(), 0);
        first[Symbol.dispose]();
        assert.equal(table.state(0), "RESERVED");
        fd_install(second, filp_open("x"));
        second[Symbol.dispose]();
        assert.equal(table.state(0), "INSTALLED");
      },
      { table },
    );
  });

  void it("a file, a batch, an errno", () => {
    const table = new DescriptorTable({ limit: 2 });
    let released = 0;
    with_current(
      (current) => {
        const file = filp_open("x", { release: () => released++ });
        const batch = reserveBatch(current, 1, 0);
        installBatch(batch, [file]);
        file[Symbol.dispose]();
        batch[Symbol.dispose]();
        assert.deepEqual([released, table.list()], [0, [0]]);
        reserveBatch(current, 2, 0)[Symbol.dispose]();
        fget(current, 1)[Symbol.dispose]();
        put_unused_fd(get_unused_fd_flags(current, 0));
      },
      { table },
    );
  });

  void it("a second dispose", async () => {
    const table = new DescriptorTable();
    const warned = await warnings(() => {
      with_current(
        (current) => {
          const fd = get_unused_fd_flags(current, 0);
          fd[Symbol.dispose]();
          assert.equal(get_unused_fd_flags(current, 0).reserved_fd(), 0);
          fd[Symbol.dispose]();
          assert.equal(table.state(0), "RESERVED");
        },
        { table },
      );
    });
    assert.equal(warned.length, 1, "the second reservation alone leaks");
  });
});
