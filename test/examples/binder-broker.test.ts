import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

void it(
  "binder-broker: none while there is room for fewer, then all",
  { skip: process.platform !== "linux" && "needs Linux" },
  () => {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const child = spawnSync(process.execPath, ["--import", "tsx", "examples/binder-broker/broker.ts"], {
      cwd: root,
      encoding: "utf8",
    });
    assert.equal(child.stderr, "");
    // What the two processes print may mix.
    assert.deepEqual(child.stdout.trim().split("\n").sort(), [
      'broker: access.log has "did rotate\\n"',
      "broker: sent 4 files",
      "broker: the worker answered done",
      "worker: installed access.log error.log jobs answers",
      "worker: receive_fds(): no slot to reserve for descriptor 4 of 4 (EMFILE); the message is still in the socket",
    ]);
    assert.equal(child.status, 0);
  },
);
