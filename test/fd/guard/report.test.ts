import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { collectUntil, withoutCollector } from "../../support/collect.js";
import { warnings } from "../refusal.js";
import {
  DescriptorTable,
  fd_install,
  filp_open,
  get_unused_fd_flags,
  put_unused_fd,
  reserveBatch,
  with_current,
  type Handle,
} from "../untyped.js";

void describe("a handle that is garbage-collected", { skip: withoutCollector }, () => {
  void it("while reserved is reported once, with where it was made, and keeps its number until the task ends", async () => {
    const table = new DescriptorTable();
    const seen: string[] = [];
    const listener = (warning: Error): void => {
      seen.push(warning.message);
    };
    process.on("warning", listener);
    const warned = await warnings(() =>
      with_current(
        async (current) => {
          (() => {
            get_unused_fd_flags(current, 0);
          })();
          await collectUntil(() => seen.length > 0);
          assert.equal(table.state(0), "RESERVED");
          using next = get_unused_fd_flags(current, 0);
          assert.equal(next.reserved_fd(), 1, "the collector changes no number");
        },
        { table },
      ),
    );
    process.off("warning", listener);
    assert.equal(warned.length, 1, warned.map(({ message }) => message).join("\n"));
    assert.equal(warned[0]?.code, "MOVECHECK_LEAK");
    assert.match(
      warned[0].message,
      /^`FileDescriptorReservation` of descriptor 0 was garbage-collected while reserved; it stays reserved until its task ends\n {2}made here: .*report\.test\.ts:\d+:\d+$/,
    );
    assert.equal(table.state(0), "FREE", "returned when the task ended");
  });

  void it("is noticed although a scope that made it is still on the recorded stack", async () => {
    const seen: string[] = [];
    const listener = (warning: Error): void => {
      seen.push(warning.message);
    };
    process.on("warning", listener);
    await with_current(
      async (current) => {
        // The recorded stack refers to `inner`, whose scope refers to the handle.
        const outer = (): void => {
          let handle: Handle | undefined;
          const inner = (): void => {
            handle = get_unused_fd_flags(current, 0);
          };
          inner();
          assert.ok(handle !== undefined);
        };
        outer();
        await collectUntil(() => seen.length > 0);
      },
      { table: new DescriptorTable() },
    );
    process.off("warning", listener);
    assert.match(seen[0] ?? "", /was garbage-collected while reserved/);
    assert.equal(seen.length, 1);
  });

  void it("after it was consumed is not", async () => {
    const warned = await warnings(() =>
      with_current(
        async (current) => {
          (() => {
            put_unused_fd(get_unused_fd_flags(current, 0));
            fd_install(get_unused_fd_flags(current, 0), filp_open("x"));
            using _batch = reserveBatch(current, 2, 0);
            using _file = filp_open("y");
          })();
          let count = 0;
          await collectUntil(() => ++count > 10);
        },
        { table: new DescriptorTable() },
      ),
    );
    assert.deepEqual(warned, []);
  });

  void it("a file reference is reported, its file being never released", async () => {
    const seen: string[] = [];
    const listener = (warning: Error): void => {
      seen.push(warning.message);
    };
    process.on("warning", listener);
    let released = 0;
    (() => {
      filp_open("lost", { release: () => released++ });
    })();
    await collectUntil(() => seen.length > 0);
    process.off("warning", listener);
    assert.match(
      seen[0] ?? "",
      /^`ARef<File>` of "lost" was garbage-collected and never dropped: the file is never released\n {2}made here: .*report\.test\.ts/,
    );
    assert.equal(released, 0);
  });
});
