import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findTsc, runTsc, tscVersions } from "../../src/conformance/tsc.js";
import { root, sourcePaths } from "../support/kit.js";

const file = join(root, "type-tests/messages/messages.ts");
const lines = readFileSync(file, "utf8").split("\n");

/** By mark: the lines every compiler's message has, in this order. A maybe-moved type prints its parts in either order. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "unchecked errno": [`Property 'reserved_fd' does not exist on type 'Errno<"EMFILE" | "ENOMEM">'.`],
  sent: [
    `Type 'FileDescriptorReservation<S, Fresh>' is not assignable to type '"not Send: bound to the task that created it"'.`,
  ],
  "double commit": [
    `Argument of type 'Moved<FileDescriptorReservation<any, Fresh>, "fd_install">' is not assignable to parameter of type 'NotMoved<FileDescriptorReservation<any, Fresh>>'.`,
    `Type 'Moved<FileDescriptorReservation<any, Fresh>, "fd_install">' is not assignable to type 'Unmoved'.`,
    `Type '"use of moved value: consumed by fd_install()"' is not assignable to type '"live"'.`,
  ],
  method: [
    `The 'this' context of type 'Moved<FileDescriptorReservation<any, Fresh>, "fd_install">' is not assignable to method's 'this' of type '"use of moved value: consumed by fd_install()"'.`,
  ],
  "by value": [
    `Argument of type 'Moved<FileDescriptorReservation<any, Fresh>, "fd_install">' is not assignable to parameter of type 'FileDescriptorReservation<any, Held>'.`,
    `Type '"use of moved value: consumed by fd_install()"' is not assignable to type '"live"'.`,
  ],
  borrow: [
    `Argument of type 'Moved<FileDescriptorReservation<any, Fresh>, "fd_install">' is not assignable to parameter of type 'Ref<FileDescriptorReservation<any, Held>>'.`,
    `Type '"use of moved value: consumed by fd_install()"' is not assignable to type '"live"'.`,
  ],
  "maybe method": [`is not assignable to method's 'this' of type '"use of moved value: consumed by fd_install()"'.`],
  "maybe double commit": [
    `Type 'Moved<FileDescriptorReservation<any, Fresh>, "fd_install">' is not assignable to type 'Unmoved'.`,
    `Type '"use of moved value: consumed by fd_install()"' is not assignable to type '"live"'.`,
  ],
  "consume a borrow": [
    `Argument of type 'Ref<FileDescriptorReservation<S, Held>>' is not assignable to parameter of type 'NotMoved<FileDescriptorReservation<any, Fresh>>'.`,
  ],
  "too few files": ["Source has 1 element(s) but target requires 2."],
  escape: [
    `Type 'FileDescriptorReservation<S, Fresh>' is not assignable to type 'FileDescriptorReservation<unknown, Fresh>'.`,
  ],
  "one's own type": [
    `The 'this' context of type 'Moved<Ticket<Fresh>, "redeem">' is not assignable to method's 'this' of type '"use of moved value: consumed by redeem()"'.`,
  ],
};

describe("what an error says", () => {
  for (const version of tscVersions) {
    it(`TypeScript ${version}`, async (t) => {
      if ((await findTsc(version)) === undefined) {
        t.skip(`TypeScript ${version} is not installed`);
        return;
      }
      const { diagnostics } = await runTsc(version, [file], { compilerOptions: { paths: sourcePaths } });
      const said = new Map(
        diagnostics.map(({ line, message }) => [lines[line - 1]?.split(" // ")[1] ?? `line ${line}`, message]),
      );
      assert.deepEqual([...said.keys()], Object.keys(expected));
      for (const [mark, sentences] of Object.entries(expected)) {
        let rest = said.get(mark) ?? "";
        for (const sentence of sentences) {
          assert.ok(rest.includes(sentence), `${mark}: no "${sentence}" in:\n${rest}`);
          rest = rest.slice(rest.indexOf(sentence) + sentence.length);
        }
      }
    });
  }
});
