import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findTsc } from "../../src/conformance/tsc.js";
import { hoverByServer, hoverByService, marks } from "../support/hover.js";
import { root, sourcePaths } from "../support/kit.js";

const file = join(root, "type-tests/hover/hover.ts");

/** What is shown at each mark of the file, whatever the editor. */
const expected: Readonly<Record<string, string>> = {
  result: 'using fd: Errno<"EMFILE" | "ENOMEM"> | FileDescriptorReservation<S, Fresh>',
  live: "using fd: FileDescriptorReservation<S, Fresh>",
  argument: "using fd: FileDescriptorReservation<S, Fresh>",
  moved: 'using fd: Moved<FileDescriptorReservation<any, Fresh>, "fd_install">',
  "maybe-moved":
    'using fd: FileDescriptorReservation<S, Fresh> | Moved<FileDescriptorReservation<any, Fresh>, "fd_install">',
  "moved-twice": 'using fd: Moved<FileDescriptorReservation<any, Fresh>, "put_unused_fd">',
  held: "(parameter) fd: FileDescriptorReservation<S, Held>",
  "held-moved": '(parameter) fd: Moved<FileDescriptorReservation<any, Fresh>, "put_unused_fd">',
  borrow: "(parameter) ref: Ref<FileDescriptorReservation<S, Held>>",
  refused: '(method) reserved_fd(this: "use of moved value: consumed by put_unused_fd()"): never',
  "batch-live": "using fds: ReservationBatch<S, 2, Fresh>",
  "batch-moved": 'using fds: Moved<ReservationBatch<S, 2, Fresh>, "installBatch">',
  "own-live": "(parameter) mine: Ticket",
  "own-moved": '(parameter) mine: Moved<Ticket, "redeem">',
  consumer: 'const redeem: Consume<Ticket, "redeem", [], Moved<Ticket, "redeem">>',
  fd_install: "(alias) const fd_install: FdInstall\nimport fd_install",
};
/** Where TypeScript 7.0 words it otherwise. */
const expectedOfServer: Readonly<Record<string, string>> = {
  ...expected,
  refused: '(property) reserved_fd: ConsumedBy<"put_unused_fd", unknown, []>',
  fd_install: "(alias) const fd_install: FdInstall",
};

describe("what an editor shows on hover", () => {
  it("has a text for every mark", () => {
    assert.deepEqual([...marks(readFileSync(file, "utf8")).keys()].sort(), Object.keys(expected).sort());
  });

  for (const [version, packageName] of [
    ["5.9", "typescript-5.9"],
    ["6.0", "typescript"],
  ] as const) {
    it(`TypeScript ${version}, by its language service`, async (t) => {
      if ((await findTsc(version)) === undefined) {
        t.skip(`TypeScript ${version} is not installed`);
        return;
      }
      assert.deepEqual(Object.fromEntries(await hoverByService(packageName, file, sourcePaths)), expected);
    });
  }

  it("TypeScript 7.0, by its language server", async (t) => {
    const compiler = await findTsc("7.0");
    if (compiler === undefined) {
      t.skip("TypeScript 7.0 is not installed");
      return;
    }
    assert.deepEqual(Object.fromEntries(await hoverByServer(compiler, file)), expectedOfServer);
  });
});
