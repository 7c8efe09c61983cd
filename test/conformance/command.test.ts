import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runMatrix } from "../../src/conformance/command.js";
import { MatrixError } from "../../src/conformance/messages.js";
import { parseVerdict } from "../../src/conformance/verdict.js";
import { captureIo, fakeCatalogue, fakeLayer } from "./fake.js";

const right = { "drop-twice": [{ code: "E0382", line: 3 }] };

interface Run {
  readonly status: number;
  readonly out: string;
  readonly error: string;
  readonly catalogue: string;
  readonly page: string;
}

interface Setting {
  readonly catalogue?: string;
  readonly says?: Parameters<typeof fakeLayer>[1];
  readonly available?: Parameters<typeof fakeLayer>[2];
  readonly io?: ReturnType<typeof captureIo>;
}

async function run(
  args: readonly string[],
  { catalogue, says = right, available, io = captureIo() }: Setting = {},
): Promise<Run> {
  const directory = catalogue ?? (await fakeCatalogue());
  const page = join(directory, "matrix.md");
  const status = await runMatrix(args, io, {
    catalogue: directory,
    page,
    layers: [fakeLayer("rustc", says, available)],
  });
  return { status, ...io.written, catalogue: directory, page };
}

describe("movecheck matrix", () => {
  it("prints a row a case, the layers, the counts, and that every verdict holds", async () => {
    const { status, out } = await run([]);
    assert.equal(status, 0);
    assert.equal(
      out,
      [
        "misuse                rustc  tsc  run time  checker",
        "───────────────────────────────────────────────────",
        "double commit",
        "drop-twice            E0382  –    –",
        "",
        "valid use             rustc  tsc  run time  checker",
        "───────────────────────────────────────────────────",
        "straight line",
        "valid-drop            –      –    –",
        "",
        "run time: the guard's codes without ERR_MOVECHECK_; leak: a MOVECHECK_LEAK warning; –: nothing against it",
        "",
        "layer rustc 1.0.0",
        "",
        "rustc  1 of 1 misuse stopped, 0 false alarms on 1 valid use",
        "",
        "every recorded verdict holds (2 cases)",
        "",
      ].join("\n"),
    );
  });

  it("fails when a verdict changed, and says which case, which layer, what was expected and what came", async () => {
    const { status, out } = await run([], { says: { "drop-twice": [{ code: "E0382", line: 4 }] } });
    assert.equal(status, 1);
    assert.match(out, /drop-twice: rustc changed its verdict\n {2}expected {2}E0382 at 3\n {2}got {7}E0382 at 4\n/);
    assert.match(out, /1 recorded verdict changed/);
  });

  it("fails when a misuse is let through", async () => {
    const { status, out } = await run([], { says: {} });
    assert.equal(status, 1);
    assert.match(out, /drop-twice: rustc changed its verdict\n {2}expected {2}E0382 at 3\n {2}got {7}accepts/);
  });

  it("fails on a false alarm, and counts it", async () => {
    const { status, out } = await run([], { says: { ...right, "valid-drop": [{ code: "E0505", line: 1 }] } });
    assert.equal(status, 1);
    assert.match(out, /valid-drop: rustc changed its verdict\n {2}expected {2}accepts\n {2}got {7}E0505 at 1/);
    assert.match(out, /1 false alarm on 1 valid use\n/);
  });

  it("shows the recorded verdicts, marked so, where the tool is not here", async () => {
    const { status, out } = await run([], { says: {}, available: { missing: "rustc is not installed" } });
    assert.equal(status, 0);
    assert.match(out, /drop-twice {12}E0382/);
    assert.match(out, /layer rustc 1\.0\.0 recorded verdicts, not run \(rustc is not installed\)/);
  });

  it("shows what another version of rustc says without failing on it", async () => {
    const { status, out } = await run([], { says: {}, available: { version: "2.0.0" } });
    assert.equal(status, 0);
    assert.match(
      out,
      /layer rustc 2\.0\.0 \(recorded with 1\.0\.0, now 2\.0\.0: differences are shown and not counted\)/,
    );
    assert.match(out, /drop-twice: rustc changed its verdict/);
  });

  it("fills the checker's column when there is a checker", async () => {
    const catalogue = await fakeCatalogue({ "drop-twice": { checker: [{ code: "MC0382", line: 2 }] } });
    const io = captureIo();
    const layers = [fakeLayer("rustc", right), fakeLayer("checker", { "drop-twice": [{ code: "MC0382", line: 2 }] })];
    const status = await runMatrix([], io, { catalogue, page: join(catalogue, "matrix.md"), layers });
    assert.equal(status, 0);
    assert.match(io.written.out, /drop-twice {12}E0382 {2}– {4}– {9}MC0382\n/);
  });

  it("runs only the cases a name is part of, and then writes no page", async () => {
    const { status, out, page } = await run(["valid"]);
    assert.equal(status, 0);
    assert.doesNotMatch(out, /drop-twice/);
    await assert.rejects(readFile(page));
  });

  it("cuts long names, never codes, on a narrow terminal", async () => {
    const { out } = await run([], { io: captureIo({ width: 20 }) });
    assert.match(out, /drop-twice {12}E0382/);
  });

  it("colours only when asked", async () => {
    const plain = await run(["--no-color"], { io: captureIo({ colour: true }) });
    assert.equal(plain.out.includes("\u001b["), false);
    const coloured = await run([], { io: captureIo({ colour: true }) });
    assert.equal(coloured.out.includes("\u001b[32mE0382"), true);
  });

  it("prints one JSON document with --json", async () => {
    const { status, out } = await run(["--json"], { says: {} });
    assert.equal(status, 1);
    const document = JSON.parse(out) as {
      cases: { name: string; verdicts: Record<string, unknown> }[];
      changes: unknown[];
      summary: { misuses: number };
    };
    assert.deepEqual(document.cases[0]?.verdicts, {
      rustc: { found: [], stops: false, recorded: "E0382 at 3", holds: false },
    });
    assert.deepEqual(document.changes, [
      { layer: "rustc", name: "drop-twice", expected: "E0382 at 3", got: "accepts" },
    ]);
    assert.equal(document.summary.misuses, 1);
  });
});

describe("the generated page", () => {
  it("is written, says that it is generated, and links each case", async () => {
    const { page, error } = await run([]);
    const text = await readFile(page, "utf8");
    assert.match(text, /^<!-- Generated by npm start/);
    assert.match(
      text,
      /\| \[drop the same \\\| twice\]\(\.\.\/type-tests\/catalogue\/drop-twice\/case\.ts\) \| E0382 \| – \| – \| {2}\|/,
    );
    assert.match(text, /rustc 1\.0\.0/);
    assert.equal(error, `wrote ${page}\n`);
  });

  it("passes --check when it is fresh and fails it when it is stale", async () => {
    const { catalogue, page } = await run([]);
    assert.equal((await run(["--check"], { catalogue })).status, 0);
    await writeFile(page, "old");
    const { status, error } = await run(["--check"], { catalogue });
    assert.equal(status, 1);
    assert.equal(error, `${page} is stale: run npm start and commit it\n`);
    assert.equal(await readFile(page, "utf8"), "old");
  });

  it("is left alone when a verdict changed", async () => {
    const { page } = await run([], { says: {} });
    await assert.rejects(readFile(page));
  });
});

describe("--record", () => {
  it("rewrites what was measured, takes the checker's codes from the marks, and notes the versions", async () => {
    const { status, catalogue, error } = await run(["--record"], {
      says: { "drop-twice": [{ code: "E0505", line: 9 }] },
      available: { version: "1.1.0" },
    });
    assert.equal(status, 0);
    assert.match(error, /rewrote 1 verdict\n/);
    const { rustc, checker, title } = parseVerdict(
      "drop-twice",
      await readFile(join(catalogue, "drop-twice", "verdict.json"), "utf8"),
    );
    assert.deepEqual(
      { rustc, checker, title },
      { rustc: [{ code: "E0505", line: 9 }], checker: [{ code: "MC0382", line: 2 }], title: "drop the same | twice" },
    );
    assert.deepEqual(JSON.parse(await readFile(join(catalogue, "recorded.json"), "utf8")), { rustc: "1.1.0" });
  });

  it("keeps what a tool that is not here said before", async () => {
    const { catalogue } = await run(["--record"], { says: {}, available: { missing: "rustc is not installed" } });
    const { rustc } = parseVerdict("drop-twice", await readFile(join(catalogue, "drop-twice", "verdict.json"), "utf8"));
    assert.deepEqual(rustc, [{ code: "E0382", line: 3 }]);
    assert.deepEqual(JSON.parse(await readFile(join(catalogue, "recorded.json"), "utf8")), { rustc: "1.0.0" });
  });
});

describe("bad input is one clear line", () => {
  const bad: readonly [what: string, args: readonly string[], says: RegExp][] = [
    ["an unknown option", ["--frobnicate"], /^Unknown option '--frobnicate' \(see movecheck matrix --help\)\n$/],
    [
      "a value for a flag",
      ["--json=yes"],
      /^Option '--json' does not take an argument \(see movecheck matrix --help\)\n$/,
    ],
    ["a name no case has", ["no-such-case"], /^no case of the catalogue has "no-such-case" in its name\n$/],
    ["--record with --check", ["--record", "--check"], /^--record and --check exclude each other .*\n$/],
    ["--check with a name", ["--check", "drop"], /^--check takes no names.*\n$/],
  ];
  for (const [what, args, says] of bad) {
    it(`for ${what}, and the status is 2`, async () => {
      const { status, out, error } = await run(args);
      assert.equal(status, 2);
      assert.equal(out, "");
      assert.match(error, says);
    });
  }

  it("for a missing catalogue", async () => {
    const { status, error } = await run([], { catalogue: join(await fakeCatalogue(), "nowhere") });
    assert.equal(status, 1);
    assert.match(error, /^no misuse catalogue at .*nowhere\n$/);
  });

  it("for a malformed verdict, which it names", async () => {
    const { status, error } = await run([], { catalogue: await fakeCatalogue({ "valid-drop": "{}" }) });
    assert.equal(status, 1);
    assert.match(error, /^catalogue case valid-drop: verdict\.json: "title" must be one line of text\n$/);
  });

  it("for a tool that fails", async () => {
    const io = captureIo();
    const catalogue = await fakeCatalogue();
    const failing = { ...fakeLayer("rustc", right), run: () => Promise.reject(new MatrixError("rustc ended badly")) };
    assert.equal(await runMatrix([], io, { catalogue, page: join(catalogue, "m.md"), layers: [failing] }), 1);
    assert.equal(io.written.error, "rustc ended badly\n");
  });

  it("and --help is the usage, with status 0", async () => {
    const { status, out } = await run(["--help"]);
    assert.equal(status, 0);
    assert.match(out, /^usage: movecheck matrix /);
  });
});
