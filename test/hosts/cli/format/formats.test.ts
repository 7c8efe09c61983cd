import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { github } from "../../../../src/hosts/cli/format/github.js";
import { json } from "../../../../src/hosts/cli/format/json.js";
import { pretty } from "../../../../src/hosts/cli/format/pretty.js";
import { sarif } from "../../../../src/hosts/cli/format/sarif.js";
import { SourceText } from "../../../../src/project/source/source-text.js";
import { leak, moved, options, reportOf, source, span } from "./findings.js";

const full = reportOf([moved, leak], {
  suppressed: [{ finding: { ...leak, code: "MC1001" }, reason: "closed by the caller" }],
  unsupported: [{ source, span: span("while"), what: "WithStatement" }],
  internalErrors: [{ file: "/work/src/b.ts", error: new Error("boom") }],
});

test("pretty: rustc's layout, then the counts", () => {
  assert.equal(
    pretty(reportOf([moved]), options),
    `error[MC0382]: use of moved value: \`fd\`
 --> src/a.ts:6:16
  |
2 | export function f(fd, file, again) {
  |                   -- declared here
3 |   while (again()) {
4 |     fd_install(fd, file);
  |                -- value moved here, in previous iteration of loop
5 |   }
6 |     const other = fd.reserved_fd();
  |                   ^^ value used here after move
 ::: src/types.ts:1:18
  |
1 | export interface Token extends Linear {}
  |                  ----- linear because of this
  |
  = help: consider moving it after the loop
help: move the call out of the loop
  |
4 -     fd_install(fd, file);

error: 1 error found
For more information about this error, try \`movecheck explain MC0382\`.
`,
  );
});

test("pretty: nothing found prints nothing", () => {
  assert.equal(pretty(reportOf([]), options), "");
});

test("pretty: what could not be modelled is counted, never silently left out", () => {
  assert.match(
    pretty(reportOf([], { unsupported: full.unsupported }), options),
    /^note: 1 construct could not be modelled/u,
  );
});

test("pretty: colour only where asked for", () => {
  assert.ok(!pretty(full, options).includes("\u001b"));
  assert.ok(pretty(full, { ...options, color: true }).includes("\u001b["));
});

test("json: the documented shape, lines and columns from 1, files relative", () => {
  assert.deepEqual(JSON.parse(json(full, options)), {
    diagnostics: [
      {
        file: "src/a.ts",
        line: 6,
        column: 16,
        endLine: 6,
        endColumn: 18,
        code: "MC0382",
        severity: "error",
        message: "use of moved value: `fd`",
        help: "consider moving it after the loop",
        related: [
          { file: "src/a.ts", line: 2, column: 19, message: "declared here" },
          { file: "src/a.ts", line: 4, column: 16, message: "value moved here, in previous iteration of loop" },
          { file: "src/types.ts", line: 1, column: 18, message: "linear because of this" },
        ],
        fix: {
          title: "move the call out of the loop",
          edits: [{ line: 4, column: 1, endLine: 5, endColumn: 1, newText: "" }],
        },
      },
      {
        file: "src/a.ts",
        line: 3,
        column: 10,
        endLine: 3,
        endColumn: 17,
        code: "MC1004",
        severity: "warning",
        message: "100%: leaks, if\nthis throws",
        help: null,
        related: [],
        fix: null,
      },
    ],
    summary: {
      errors: 1,
      warnings: 1,
      suppressed: 1,
      files: 2,
      skipped: 1,
      functions: 3,
      unsupported: [{ file: "src/a.ts", line: 3, column: 3, what: "WithStatement" }],
      internalErrors: ["src/b.ts"],
    },
  });
});

test("github: one command a finding, with everything escaped", () => {
  assert.equal(
    github(reportOf([moved, leak]), options),
    [
      "::error file=src/a.ts,line=6,endLine=6,col=16,endColumn=17,title=MC0382::use of moved value: `fd`%0Asrc/a.ts:2:19: declared here%0Asrc/a.ts:4:16: value moved here, in previous iteration of loop%0Asrc/types.ts:1:18: linear because of this%0Ahelp: consider moving it after the loop",
      "::warning file=src/a.ts,line=3,endLine=3,col=10,endColumn=16,title=MC1004::100%25: leaks, if%0Athis throws",
      "",
    ].join("\n"),
  );
});

test("github: properties escape colons and commas too, and a span of several lines has no columns", () => {
  const strange = new SourceText("/work/a,b:c%.ts", "one\ntwo\n");
  const long = { ...leak, source: strange, span: { start: 1, end: 6 } };
  assert.equal(
    github(reportOf([long]), options).split("::")[1],
    "warning file=a%2Cb%3Ac%25.ts,line=1,endLine=2,title=MC1004",
  );
});

test("sarif: valid by the OASIS schema", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../../fixtures/sarif/sarif-2.1.0-rtm.5.json", import.meta.url), "utf8"),
  ) as Record<string, unknown>;
  // Ajv speaks later drafts than draft 4; the schema uses nothing that differs but these two keys.
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  for (const report of [full, reportOf([])]) {
    assert.ok(validate(JSON.parse(sarif(report, options))), JSON.stringify(validate.errors, null, 2));
  }
  assert.equal(validate({ version: "2.1.0", runs: [{ tool: {} }] }), false, "the schema is really applied");
});

test("sarif: results, fixes, suppressions, failures", () => {
  const { runs } = JSON.parse(sarif(full, options)) as { runs: [Record<string, never>] };
  const [run] = runs as unknown as [
    {
      results: {
        ruleId: string;
        level: string;
        locations: unknown[];
        relatedLocations?: unknown[];
        fixes?: unknown[];
        suppressions?: unknown[];
      }[];
      invocations: [{ executionSuccessful: boolean }];
      tool: { driver: { version: string; rules: { id: string }[] } };
    },
  ];
  assert.deepEqual(
    run.results.map(({ ruleId, level }) => [ruleId, level]),
    [
      ["MC0382", "error"],
      ["MC1004", "warning"],
      ["MC1001", "warning"],
    ],
  );
  const [first, , third] = run.results;
  assert.ok(first);
  assert.deepEqual(first.locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: "src/a.ts", uriBaseId: "SRCROOT" },
        region: { startLine: 6, startColumn: 16, endLine: 6, endColumn: 18 },
      },
    },
  ]);
  assert.equal(first.relatedLocations?.length, 3);
  assert.equal(first.fixes?.length, 1);
  assert.deepEqual(third?.suppressions, [{ kind: "inSource", justification: "closed by the caller" }]);
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.equal(run.tool.driver.version, "1.2.3");
  assert.deepEqual(
    run.tool.driver.rules.map(({ id }) => id),
    ["MC0382", "MC1001", "MC1004"],
  );
});
