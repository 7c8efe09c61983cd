import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonSource } from "../../../src/project/config/json-source.js";
import { ProjectError } from "../../../src/project/config/project-error.js";
import { validate } from "../../../src/project/config/validate.js";

const read = (text: string): ReturnType<typeof validate> => validate(new JsonSource("movecheck.json", text), []);

/** The one line that a broken configuration gets. */
function complaint(text: string): string {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof ProjectError);
    assert.doesNotMatch(error.message, /\n/u);
    return error.message;
  }
  assert.fail("nothing was wrong with it");
}

test("an empty object has all the defaults", () => {
  assert.deepEqual(read("{}"), {
    presets: "auto",
    resources: [],
    collectors: [],
    callOnce: [],
    consumes: [],
    ignore: [],
    tests: false,
  });
});

test("comments and a comma at the end are allowed", () => {
  const { ignore } = read(`\uFEFF// ours\n{ "ignore": ["scripts/**",], /* and */ }\n`);
  assert.deepEqual(ignore, ["scripts/**"]);
});

test("a resource has its severities filled in", () => {
  const { resources } = read(`{ "resources": [{ "type": "Lease", "release": ["free"], "leak": "warning" }] }`);
  assert.deepEqual(resources, [
    {
      type: "Lease",
      release: ["free"],
      leak: "warning",
      leakOnThrow: "off",
      useAfterRelease: "error",
      releaseTwice: "off",
    },
  ]);
});

const wrong: Readonly<Record<string, readonly [text: string, complaint: string]>> = {
  "an empty file": ["", "movecheck.json:1:1: this is not JSON with comments: value expected"],
  "a missing comma": [
    `{\n  "tests": true\n  "ignore": []\n}`,
    "movecheck.json:3:3: this is not JSON with comments: comma expected",
  ],
  "a list instead of an object": ["[]", "movecheck.json:1:1: the configuration must be an object, not an empty list"],
  "a key that stands twice": [
    `{ "tests": true,\n "tests": false }`,
    `movecheck.json:2:2: the key "tests" stands here a second time; keep one of them`,
  ],
  "a misspelt key": [`{ "preset": "auto" }`, `movecheck.json:1:3: unknown key "preset"; did you mean "presets"?`],
  "a key that resembles none": [
    `{ "rules": {} }`,
    `movecheck.json:1:3: unknown key "rules"; known: $schema, presets, resources, collectors, callOnce, consumes, ignore, tests`,
  ],
  "a key of Object.prototype": [
    `{ "__proto__": {} }`,
    `movecheck.json:1:3: unknown key "__proto__"; known: $schema, presets, resources, collectors, callOnce, consumes, ignore, tests`,
  ],
  "a misspelt key of a resource": [
    `{ "resources": [\n  { "type": "Lease", "realease": ["free"] }\n] }`,
    `movecheck.json:2:22: unknown key "realease" in resources[0]; did you mean "release"?`,
  ],
  "a resource without a release": [
    `{ "resources": [{ "type": "Lease" }] }`,
    `movecheck.json:1:17: the key "release" is missing in resources[0]`,
  ],
  "a resource that is no object": [
    `{ "resources": ["Lease"] }`,
    `movecheck.json:1:17: resources[0] must be an object, not "Lease"`,
  ],
  "a text instead of a list": [
    `{ "ignore": "scripts/**" }`,
    `movecheck.json:1:13: ignore must be a list of patterns, such as ["scripts/**"], not "scripts/**"`,
  ],
  "a number instead of presets": [
    `{ "presets": 1 }`,
    `movecheck.json:1:14: presets must be "auto" or a list of presets, such as ["node", "pg"], not 1`,
  ],
  "a misspelt auto": [
    `{ "presets": "autp" }`,
    `movecheck.json:1:14: presets must be "auto" or a list of presets, such as ["node", "pg"], not "autp"; did you mean "auto"?`,
  ],
  "a preset that is no text": [
    `{ "presets": ["node", 2] }`,
    "movecheck.json:1:23: presets[1] must be a text that is not empty, not 2",
  ],
  "an unknown severity": [
    `{ "resources": [{ "release": ["free"], "leak": "eror" }] }`,
    `movecheck.json:1:48: resources[0].leak must be "error", "warning" or "off", not "eror"; did you mean "error"?`,
  ],
  "an unknown end": [
    `{ "resources": [{ "release": ["free"], "until": "empty" }] }`,
    `movecheck.json:1:49: resources[0].until must be "drained", not "empty"`,
  ],
  "a name that is not written like one": [
    `{ "collectors": ["Bag.keep(x)"] }`,
    `movecheck.json:1:18: collectors[0] must be a name such as "close", "Pool.take", "new Lease", "giveBack(0)", "Lease.into(this)" or "pkg#make", not "Bag.keep(x)"`,
  ],
  "nothing that releases": [
    `{ "resources": [{ "type": "Lease", "release": [] }] }`,
    `movecheck.json:1:47: resources[0].release must be a list of names, such as ["close"], not an empty list`,
  ],
  "a text instead of true": [`{ "tests": "yes" }`, `movecheck.json:1:12: tests must be true or false, not "yes"`],
};

for (const [name, [text, expected]] of Object.entries(wrong)) {
  test(`refused in one line: ${name}`, () => {
    assert.equal(complaint(text), expected);
  });
}

test("columns count from where the line begins, whatever ends it", () => {
  assert.match(complaint(`{\r\n\t"test": true }`), /^movecheck\.json:2:2: /u);
});
