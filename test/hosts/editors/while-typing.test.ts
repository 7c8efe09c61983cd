// Broken code while typing: each prefix of the samples, character by character, in each host. Nothing crashes or hangs,
// and what is shown is always what a fresh look at the same text finds: nothing stale stays.
import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../../src/hosts/eslint/index.js";
import { FileTexts } from "../../../src/hosts/lsp/file-texts.js";
import { createService } from "../../../src/hosts/lsp/service.js";
import { createAnalyser } from "../../../src/project/create-analyser.js";
import { loadConfig } from "../../../src/project/config/load-config.js";
import { serviceResults } from "../../../src/project/service-results.js";
import { ts } from "../../../src/project/source/typescript.js";
import { Client } from "../lsp/support/client.js";
import { COMPILERS, TsServer } from "../tsserver/support/tsserver.js";
import { BUILT_SERVER, ensureBuilt } from "./support/built.js";
import { linkPackages } from "../../support/packages.js";
import { TextDocument } from "vscode-languageserver-textdocument";

const SAMPLES: Readonly<Record<string, string>> = {
  "a function with a use after a move": `import { get_unused_fd_flags, put_unused_fd, type CurrentTask } from "movecheck/fd";
export function f<S>(current: CurrentTask<S>) {
  const fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return;
  put_unused_fd(fd);
  put_unused_fd(fd); /* é𝒳 */
}
`,
  "classes, loops, generics, templates and try": `import type { Linear, Ref } from "movecheck";
interface T extends Linear { end(this: T): void }
export class H<X> {
  #t?: X;
  async *m(t: T, r: Ref<T>) {
    try { for (const i of [1]) if (i) yield \`\${i}\`; }
    catch { await 0; } finally { l: while (1) break l; }
    t.end(); return () => <X>t;
  }
}
`,
};

describe("while typing", () => {
  let folder = "";
  let file = "";
  before(async () => {
    await ensureBuilt();
    folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-typing-")));
    file = join(folder, "a.ts");
    linkPackages(folder, ["movecheck", "@movecheck/cli"]);
    const compilerOptions = {
      strict: true,
      target: "es2022",
      lib: ["es2023", "esnext.disposable"],
      module: "nodenext",
      types: [],
      plugins: [{ name: "@movecheck/cli/tsserver" }],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(file, "");
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** What each prefix has, looked at afresh: `code start`. */
  function expected(text: string): string[][] {
    const texts = new FileTexts();
    const { service } = createService(loadConfig(join(folder, "tsconfig.json")), folder, texts);
    const seen: string[][] = [];
    for (let end = 0; end <= text.length; end++) {
      texts.set(file, TextDocument.create("file:///a.ts", "typescript", end, text.slice(0, end)));
      const failures: unknown[] = [];
      // A new analyser each time remembers nothing.
      const result = serviceResults(ts, service, createAnalyser(), (_, error) => failures.push(error))(file);
      assert.deepEqual(failures, [], text.slice(0, end));
      seen.push((result?.analysis.findings ?? []).map(({ code, span }) => `${code} ${span.start}`));
    }
    service.dispose();
    return seen;
  }

  for (const [name, text] of Object.entries(SAMPLES)) {
    describe(name, () => {
      let wanted: string[][] = [];
      before(() => {
        wanted = expected(text);
      });

      it("ends with something to show, or the test would be of nothing", () => {
        assert.notDeepEqual(wanted.at(-1), []);
      });

      it("in the language server", { timeout: 300_000 }, async () => {
        const client = new Client(BUILT_SERVER, folder);
        await client.initialize();
        const document = await client.open(file, "");
        for (let end = 0; end <= text.length; end++) {
          if (end > 0) await client.editAt(document, end - 1, end - 1, text.slice(end - 1, end));
          const shown = (await client.diagnostics(document)).map(
            ({ code, range }) => `${String(code)} ${document.offsetAt(range.start)}`,
          );
          assert.deepEqual(shown, wanted[end], text.slice(0, end));
        }
        await client.close(document);
        assert.equal(await client.stop(), 0);
        assert.deepEqual(client.log, []);
      });

      for (const [version, compiler] of Object.entries(COMPILERS)) {
        it(`in tsserver of TypeScript ${version}`, { timeout: 300_000 }, async () => {
          const tsserver = new TsServer(compiler, ["--allowLocalPluginLoads"]);
          tsserver.open(file, "");
          const lines = (end: number): { line: number; offset: number } => {
            const before = text.slice(0, end).split("\n");
            return { line: before.length, offset: before.at(-1)!.length + 1 };
          };
          for (let end = 0; end <= text.length; end++) {
            if (end > 0) tsserver.change(file, text.slice(0, end - 1), end - 1, end - 1, text.slice(end - 1, end));
            const shown = (await tsserver.semanticDiagnostics(file)).filter(({ source }) => source === "movecheck");
            assert.deepEqual(
              shown.map(({ text: message, start }) => `${/^[\w-]+/.exec(message)![0]} ${start.line}:${start.offset}`),
              wanted[end]?.map((each) => {
                const [code, start] = each.split(" ");
                const { line, offset } = lines(Number(start));
                return `${code!} ${line}:${offset}`;
              }),
              text.slice(0, end),
            );
          }
          await tsserver.stop();
        });
      }

      it("in ESLint", () => {
        const linter = new Linter({ cwd: folder });
        // Where CI=true the parser takes each run for the only one, and keeps the program of the file on disk.
        const parserOptions = {
          project: "./tsconfig.json",
          tsconfigRootDir: folder,
          disallowAutomaticSingleRunInference: true,
        };
        const config = [
          { files: ["**/*.ts"], languageOptions: { parser, parserOptions } },
          plugin.configs.recommended,
        ] as unknown as Linter.Config[];
        for (let end = 0; end <= text.length; end += 1) {
          const messages = linter.verify(text.slice(0, end), config, { filename: file });
          const shown = messages
            .filter(({ ruleId }) => ruleId?.startsWith("movecheck/"))
            .map(({ message }) => /^[\w-]+/.exec(message)![0]);
          // ESLint shows nothing but the parser's complaint where the parser gives up.
          if (messages.some(({ fatal }) => fatal === true)) assert.deepEqual(shown, []);
          else
            assert.deepEqual(
              shown,
              wanted[end]?.map((each) => each.split(" ")[0]),
              text.slice(0, end),
            );
        }
      });
    });
  }
});
