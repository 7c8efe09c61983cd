import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { server } from "typescript";
import { COMPILERS, TsServer } from "./support/tsserver.js";

const TEXT = `interface Token { readonly n: number }
declare function consume(token: Token): void;
export function run(token: Token): number {
  consume(token);
  return token.n;
}
const wrong: string = 1;
`;

/** A `@movecheck/cli/tsserver` in node_modules, as tsserver looks for it, with the fake checker behind the plugin. */
function installFake(folder: string): void {
  const source = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
  const plugin = join(folder, "node_modules/@movecheck/cli/tsserver");
  mkdirSync(plugin, { recursive: true });
  writeFileSync(
    join(plugin, "index.js"),
    `require(${JSON.stringify(createRequire(import.meta.url).resolve("tsx/cjs"))});
const { createPlugin } = require(${source("../../../src/hosts/tsserver/plugin.ts")});
const { createFakeAnalyser } = require(${source("../editors/support/fake-analyser.ts")});
const failing = () => { const analyse = createFakeAnalyser(); return (file) => { if (file.sourceFile.text.includes("FAIL")) throw new Error("on purpose"); return analyse(file); }; };
module.exports = ({ typescript }) => createPlugin(typescript, failing);
`,
  );
}

for (const [version, compiler] of Object.entries(COMPILERS)) {
  describe(`the tsserver plugin with a fake checker in TypeScript ${version}`, () => {
    let folder = "";
    let file = "";
    let tsserver: TsServer;
    before(() => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-tsserver-")));
      file = join(folder, "a.ts");
      installFake(folder);
      const compilerOptions = { strict: true, types: [], plugins: [{ name: "@movecheck/cli/tsserver" }] };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
      writeFileSync(file, TEXT);
      tsserver = new TsServer(compiler, [
        "--allowLocalPluginLoads",
        "--logVerbosity",
        "normal",
        "--logFile",
        join(folder, "tsserver.log"),
      ]);
      tsserver.open(file, TEXT);
    });
    after(async () => {
      await tsserver.stop();
      rmSync(folder, { recursive: true });
    });

    it("adds its diagnostics with related spans to tsserver's own", async () => {
      const [own, found, ...rest] = await tsserver.semanticDiagnostics(file);
      assert.equal(rest.length, 0);
      assert.equal(own?.code, 2322);
      assert.equal(found?.code, 100_382);
      assert.equal(found.source, "movecheck");
      assert.equal(found.category, "error");
      assert.deepEqual(
        [found.start, found.end],
        [
          { line: 5, offset: 10 },
          { line: 5, offset: 15 },
        ],
      );
      assert.equal(
        found.text,
        "MC0382: use of moved value: `token`\nvalue used here after move\nhelp: remove the move",
      );
      assert.deepEqual(
        found.relatedInformation?.map(({ message, span }) => [message, span?.start]),
        [["value moved here", { line: 4, offset: 11 }]],
      );
    });

    it("adds its fix and names its codes as fixable", async () => {
      const place = { file, startLine: 5, startOffset: 10, endLine: 5, endOffset: 15 };
      const [fix, ...rest] = await tsserver.request<server.protocol.CodeFixAction[]>("getCodeFixes", {
        ...place,
        errorCodes: [100_382],
      });
      assert.equal(rest.length, 0);
      assert.equal(fix?.description, "Remove the move");
      assert.deepEqual(fix.changes, [
        { fileName: file, textChanges: [{ start: { line: 4, offset: 3 }, end: { line: 4, offset: 18 }, newText: "" }] },
      ]);
      assert.deepEqual(await tsserver.request("getCodeFixes", { ...place, errorCodes: [2322] }), []);
      const supported = await tsserver.request<string[]>("getSupportedCodeFixes", { file });
      assert.ok(supported.includes("100382") && supported.includes("2304"));
    });

    it("adds the state to what a hover says", async () => {
      const info = await tsserver.request<server.protocol.QuickInfoResponseBody>("quickinfo", {
        file,
        line: 5,
        offset: 11,
      });
      assert.equal(info.displayString, "(parameter) token: Token");
      assert.match(JSON.stringify(info.documentation), /`token`: moved by consume\(\) at line 4/);
    });

    it("leaves tsserver's answers alone when the checker fails, and says so in the log", async () => {
      const broken = `${TEXT}// FAIL\n`;
      tsserver.change(file, TEXT, TEXT.length, TEXT.length, "// FAIL\n");
      assert.deepEqual(
        (await tsserver.semanticDiagnostics(file)).map(({ code }) => code),
        [2322],
      );
      assert.match(
        readFileSync(join(folder, "tsserver.log"), "utf8"),
        /movecheck: could not check .*a\.ts: Error: on purpose/,
      );
      tsserver.change(file, broken, TEXT.length, broken.length, "");
      assert.equal((await tsserver.semanticDiagnostics(file)).length, 2);
    });
  });
}
