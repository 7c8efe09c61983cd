import assert from "node:assert/strict";
import { it } from "node:test";
import { runMatrix } from "../../src/conformance/command.js";
import { assertBuilt } from "../../src/conformance/layers/built.js";
import { captureIo } from "./fake.js";

// npm test builds first. A run of one's own may not have: then this says so instead of judging an older build.
const unbuilt = await assertBuilt().then(
  () => false,
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
);

it(
  "every layer says of every case what is recorded, and docs/matrix.md is fresh",
  { skip: unbuilt },
  async (context) => {
    const io = captureIo();
    const status = await runMatrix(["--check"], io);
    for (const line of io.written.out.split("\n")) if (/^layer|stopped/.test(line)) context.diagnostic(line);
    const tail = io.written.out.slice(io.written.out.lastIndexOf("layer "));
    assert.equal(status, 0, `${io.written.error}${tail}`);
  },
);
