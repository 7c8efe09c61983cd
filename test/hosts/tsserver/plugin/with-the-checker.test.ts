// The built plugin in the real tsserver of a project that has movecheck and TypeScript installed, named as documented.
import assert from "node:assert/strict";
import { cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, describe, it } from "node:test";
import type { server } from "typescript";
import { ensureBuilt } from "../../editors/support/built.js";
import { EditorProject, FIXED, MISUSE } from "../../editors/support/project.js";
import { COMPILERS, TsServer } from "../support/tsserver.js";

describe("the tsserver plugin", () => {
  before(ensureBuilt);

  for (const [version, compiler] of Object.entries(COMPILERS)) {
    it(`in TypeScript ${version}: a diagnostic arrives, its fix is applied, the file is clean`, async () => {
      const project = new EditorProject(MISUSE);
      project.config({ plugins: [{ name: "@movecheck/cli/tsserver" }] });
      // tsserver looks for plugins beside itself: it has to lie in the project's own node_modules, as when installed.
      const typescript = join(project.folder, "node_modules/typescript");
      mkdirSync(typescript);
      cpSync(dirname(createRequire(import.meta.url).resolve(`${compiler}/package.json`)), typescript, {
        recursive: true,
      });
      const tsserver = new TsServer(typescript);
      try {
        const { file } = project;
        tsserver.open(file, MISUSE);
        const [found, ...rest] = await tsserver.semanticDiagnostics(file);
        assert.deepEqual(rest, []);
        assert.equal(found?.code, 101_001);
        assert.match(found.text, /^MC1001: `fd` may be dropped without being consumed\n/);
        assert.deepEqual(
          [found.start, found.end],
          [
            { line: 4, offset: 9 },
            { line: 4, offset: 11 },
          ],
        );
        assert.deepEqual(
          found.relatedInformation?.map(({ span }) => span?.start.line),
          [5],
        );
        const hover = await tsserver.request<server.protocol.QuickInfoResponseBody>("quickinfo", {
          file,
          line: 6,
          offset: 18,
        });
        assert.match(JSON.stringify(hover.documentation), /`fd`: live/);
        const place = { file, startLine: 4, startOffset: 9, endLine: 4, endOffset: 11, errorCodes: [found.code] };
        const [fix] = await tsserver.request<server.protocol.CodeFixAction[]>("getCodeFixes", place);
        assert.equal(fix?.description, "Declare `fd` with `using`");
        for (const { start, end, newText } of fix.changes.flatMap(({ textChanges }) => textChanges)) {
          tsserver.notify("change", {
            file,
            line: start.line,
            offset: start.offset,
            endLine: end.line,
            endOffset: end.offset,
            insertString: newText,
          });
        }
        assert.deepEqual(await tsserver.semanticDiagnostics(file), []);
        assert.ok(FIXED.includes("using fd"));
      } finally {
        await tsserver.stop();
        project.remove();
      }
    });

    it(`in TypeScript ${version}: every other answer is what it is without the plugin`, async () => {
      const answers = async (plugins: readonly object[]): Promise<unknown[]> => {
        const project = new EditorProject(MISUSE);
        project.config({ plugins });
        const tsserver = new TsServer(compiler, ["--allowLocalPluginLoads"]);
        try {
          const { file } = project;
          tsserver.open(file, MISUSE);
          const at = { file, line: 6, offset: 18 };
          const seen = [];
          for (const [command, args] of [
            ["syntacticDiagnosticsSync", { file }],
            ["suggestionDiagnosticsSync", { file }],
            ["definition", at],
            ["references", at],
            ["rename", at],
            ["navtree", { file }],
            ["completionInfo", { ...at, offset: 3 }],
            ["getOutliningSpans", { file }],
            ["documentHighlights", { ...at, filesToSearch: [file] }],
            ["encodedSemanticClassifications-full", { file, start: 0, length: MISUSE.length, format: "2020" }],
          ] as const) {
            const body = JSON.stringify(await tsserver.request(command, args));
            seen.push([command, body.replaceAll(project.folder, "")]);
          }
          return seen;
        } finally {
          await tsserver.stop();
          project.remove();
        }
      };
      assert.deepEqual(await answers([{ name: "@movecheck/cli/tsserver" }]), await answers([]));
    });
  }
});
