import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

void it("receive-fds: all files or none, and the reason", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const child = spawnSync(process.execPath, ["--import", "tsx", "examples/receive-fds.ts"], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(child.stderr, "");
  assert.equal(
    child.stdout,
    `sender:   opened 0, 1, 2, and sends them
receiver: room for 8: installed all 3 as 0, 1, 2
          open: 0, 1, 2; next free number: 3
after both closed: 3 files released
sender:   opened 0, 1, 2, and sends them
receiver: room for 2: installed none of 3: EMFILE, its limit is 2
          open: none; next free number: 0
after both closed: 3 files released
`,
  );
  assert.equal(child.status, 0);
});
