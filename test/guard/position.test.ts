import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Position, recordPositions, recordsPositions } from "../../src/guard/position.js";
import { root } from "../support/kit.js";

const here = (): Position | undefined => Position.above(here);

void describe("where values are made and consumed", () => {
  afterEach(() => {
    recordPositions(true);
  });

  void it("is the place that calls", () => {
    assert.match(here()?.toString() ?? "", /position\.test\.ts:\d+:\d+$/);
  });

  void it("is recorded for the first of a job, then for one in 64, and for the next job again", async () => {
    await nextTurn();
    const places = Array.from({ length: 128 + 640 }, here);
    assert.ok(places.slice(0, 128).every((place) => place !== undefined));
    assert.equal(places.slice(128).filter((place) => place !== undefined).length, 10);
    await nextTurn();
    assert.notEqual(here(), undefined);
  });

  void it("is recorded for all where that is asked for, and for none", () => {
    recordPositions("all");
    assert.ok(Array.from({ length: 1000 }, here).every((place) => place !== undefined));
    recordPositions(false);
    assert.deepEqual([here(), recordsPositions()], [undefined, false]);
  });

  for (const [NODE_ENV, recorded] of [
    ["production", false],
    ["development", true],
    [undefined, true],
  ] as const) {
    void it(`is ${recorded ? "" : "not "}recorded by default where NODE_ENV is ${NODE_ENV ?? "not set"}`, () => {
      const { NODE_ENV: _inherited, ...environment } = process.env;
      const script = `const { recordsPositions } = await import(${JSON.stringify(pathToFileURL(join(root, "src/guard/position.ts")).href)}); console.log(recordsPositions());`;
      const child = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        cwd: root,
        encoding: "utf8",
        env: NODE_ENV === undefined ? environment : { ...environment, NODE_ENV },
      });
      assert.equal(child.stdout.trim(), String(recorded), child.stderr);
    });
  }
});
