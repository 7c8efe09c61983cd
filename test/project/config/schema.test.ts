import { Ajv } from "ajv";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { JsonSource } from "../../../src/project/config/json-source.js";
import { validate } from "../../../src/project/config/validate.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The schema that editors are given. */
const schema = JSON.parse(readFileSync(`${root}/schema/movecheck.schema.json`, "utf8")) as object;
const accepts = new Ajv({ strict: false }).compile(schema);

test("the schema that ships is the one that the command validates with", () => {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/configuration-schema.ts", "--check"], { cwd: root });
});

const verdicts: readonly (readonly [configuration: unknown, valid: boolean])[] = [
  [{}, true],
  [{ $schema: "./node_modules/@movecheck/cli/schema/movecheck.schema.json", presets: "auto" }, true],
  [{ presets: ["node", "pg"], tests: true, ignore: ["scripts/**"] }, true],
  [{ resources: [{ release: ["free", "[Symbol.dispose]", "giveBack(0)", "()"] }] }, true],
  [
    { resources: [{ type: "L", from: "./l.ts", acquire: ["P.take", "new L"], release: ["x"], until: "drained" }] },
    true,
  ],
  [{ callOnce: ["useEffect(0)()", "Bus.on(1) when 2.once"], consumes: ["orm#query(1.transaction)"] }, true],
  [{ preset: "auto" }, false],
  [{ presets: "all" }, false],
  [{ presets: 1 }, false],
  [{ resources: [{}] }, false],
  [{ resources: [{ release: [] }] }, false],
  [{ resources: [{ release: ["free"], leak: "fatal" }] }, false],
  [{ resources: [{ release: ["fr ee"] }] }, false],
  [{ collectors: ["Bag.keep(x)"] }, false],
  [{ tests: "yes" }, false],
  [[], false],
];

for (const [configuration, valid] of verdicts) {
  const text = JSON.stringify(configuration);
  test(`editors and the command agree: ${text} is ${valid ? "valid" : "not valid"}`, () => {
    assert.equal(accepts(configuration), valid);
    const run = (): unknown => validate(new JsonSource("movecheck.json", text), []);
    if (valid) run();
    else assert.throws(run, { name: "ProjectError" });
  });
}
