// The built language server as an editor starts it, beside each TypeScript that a project may have.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, describe, it } from "node:test";
import {
  CodeActionRequest,
  CodeLensRequest,
  DocumentHighlightRequest,
  HoverRequest,
  InlayHintRequest,
} from "vscode-languageserver-protocol";
import { BUILT_SERVER, ensureBuilt } from "../../editors/support/built.js";
import { EditorProject, FIXED, MISUSE } from "../../editors/support/project.js";
import { Client } from "../support/client.js";

const COMPILERS = { "5.9": "typescript-5.9", "6.0": "typescript", "7.0": "typescript-7" };

describe("the language server", () => {
  before(ensureBuilt);

  for (const [version, compiler] of Object.entries(COMPILERS)) {
    it(`beside TypeScript ${version}: a diagnostic arrives, its fix is applied, the file is clean`, async () => {
      const project = new EditorProject(MISUSE);
      const installed = createRequire(import.meta.url).resolve(`${compiler}/package.json`);
      assert.ok((JSON.parse(readFileSync(installed, "utf8")) as { version: string }).version.startsWith(version));
      project.install("typescript", dirname(installed));
      const client = new Client(BUILT_SERVER, project.folder);
      try {
        await client.initialize();
        const document = await client.open(project.file, MISUSE);
        const [found, ...rest] = await client.diagnostics(document);
        assert.deepEqual(rest, []);
        assert.equal(found?.code, "MC1001");
        assert.deepEqual(found.range, { start: { line: 3, character: 8 }, end: { line: 3, character: 10 } });
        assert.deepEqual(
          found.relatedInformation?.map(({ location }) => location.range.start.line),
          [4],
        );
        const actions = await client.connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri: document.uri },
          range: found.range,
          context: { diagnostics: [found] },
        });
        const [action] = actions ?? [];
        assert.ok(action !== undefined && "edit" in action);
        await client.apply(action);
        assert.equal(document.getText(), FIXED);
        assert.deepEqual(await client.diagnostics(document), []);
        assert.deepEqual(client.log, []);
      } finally {
        assert.equal(await client.stop(), 0);
        project.remove();
      }
    });
  }

  it("goes on beside code too deep for its stack", async () => {
    const project = new EditorProject(MISUSE);
    const client = new Client(BUILT_SERVER, project.folder);
    try {
      await client.initialize();
      const shapes = [
        "(".repeat(600) + "1" + ")".repeat(600),
        "1" + " + 1".repeat(5_000),
        "[".repeat(500) + "]".repeat(500),
      ];
      for (const [index, shape] of shapes.entries()) {
        const deep = await client.open(
          join(project.folder, `deep${index}.ts`),
          `${MISUSE}export const deep = ${shape};\n`,
        );
        await client.diagnostics(deep);
      }
      const document = await client.open(project.file, MISUSE);
      assert.deepEqual(
        (await client.diagnostics(document)).map(({ code }) => code),
        ["MC1001"],
      );
    } finally {
      assert.equal(await client.stop(), 0);
      project.remove();
    }
  });

  it("tells states, moves, highlights and parameters from the checker's own graph", async () => {
    const text = MISUSE.replace("  return 1;", "  return fd.ok ? 1 : 2;");
    const project = new EditorProject(text);
    const client = new Client(BUILT_SERVER, project.folder);
    try {
      await client.initialize();
      const document = await client.open(project.file, text);
      const textDocument = { uri: document.uri };
      const at = (line: number, character: number): { line: number; character: number } => ({ line, character });
      const hover = async (line: number, character: number): Promise<unknown> =>
        (await client.connection.sendRequest(HoverRequest.type, { textDocument, position: at(line, character) }))
          ?.contents;
      assert.deepEqual(await hover(5, 17), { kind: "markdown", value: "`fd`: live" });
      assert.deepEqual(await hover(6, 10), { kind: "markdown", value: "`fd`: moved by put_unused_fd() at line 6" });
      assert.equal(await hover(6, 22), undefined);
      const hints = await client.connection.sendRequest(InlayHintRequest.type, {
        textDocument,
        range: { start: at(0, 0), end: at(9, 0) },
      });
      assert.deepEqual(
        hints?.map(({ position, label, tooltip }) => [position, label, tooltip]),
        [[at(5, 18), "moved", "`fd` is moved here by put_unused_fd()"]],
      );
      const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, {
        textDocument,
        position: at(6, 10),
      });
      assert.deepEqual(
        highlights?.map(({ range }) => range.start),
        [at(6, 9), at(5, 16)],
      );
      await client.editAt(
        document,
        text.length,
        text.length,
        'export function keep<S>(fd: import("movecheck/fd").FileDescriptorReservation<S>): void { put_unused_fd(fd); }\n',
      );
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
      assert.deepEqual(
        lenses?.map((lens) => [lens.range.start.line, lens.command?.title]),
        [[8, "consumes `fd`"]],
      );
    } finally {
      assert.equal(await client.stop(), 0);
      project.remove();
    }
  });
});
