import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CodeActionRequest,
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  DocumentHighlightRequest,
  FileChangeType,
  HoverRequest,
  InlayHintRequest,
} from "vscode-languageserver-protocol";
import { Client } from "./support/client.js";

const server = ["--import", "tsx", fileURLToPath(new URL("support/fake-server.ts", import.meta.url))];

const TEXT = `interface Token { readonly n: number }
declare function consume(token: Token): void;
export function run(token: Token): number {
  consume(token);
  return token.n;
}
`;

describe("the language server with a fake checker", () => {
  let folder = "";
  let client: Client;
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-lsp-")));
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { strict: true, types: [] }, include: ["*.ts"] }),
    );
    writeFileSync(join(folder, "a.ts"), TEXT);
    client = new Client(server, process.cwd());
    await client.initialize();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  it("publishes diagnostics with related information and the document's version", async () => {
    const document = await client.open(join(folder, "a.ts"), TEXT);
    const [found, ...rest] = await client.diagnostics(document);
    assert.equal(rest.length, 0);
    assert.equal(found?.code, "MC0382");
    assert.equal(found.source, "movecheck");
    assert.deepEqual(found.range, { start: { line: 4, character: 9 }, end: { line: 4, character: 14 } });
    assert.equal(found.message, "use of moved value: `token`\nvalue used here after move\nhelp: remove the move");
    assert.deepEqual(
      found.relatedInformation?.map(({ location, message }) => [
        message,
        location.uri === document.uri,
        location.range.start,
      ]),
      [["value moved here", true, { line: 3, character: 10 }]],
    );
    await client.close(document);
  });

  it("takes the diagnostics back when the document is closed", async () => {
    const document = await client.open(join(folder, "a.ts"), TEXT);
    assert.equal((await client.diagnostics(document)).length, 1);
    await client.close(document);
    assert.deepEqual((await client.next(document.uri, ({ version }) => version === undefined)).diagnostics, []);
  });

  it("offers the fix, and the file is clean after it", async () => {
    const document = await client.open(join(folder, "a.ts"), TEXT);
    const [found] = await client.diagnostics(document);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: document.uri },
      range: found!.range,
      context: { diagnostics: [found!] },
    });
    const [action] = actions ?? [];
    assert.ok(action !== undefined && "edit" in action);
    assert.equal(action.title, "Remove the move");
    await client.apply(action);
    assert.deepEqual(await client.diagnostics(document), []);
    await client.close(document);
  });

  it("follows incremental edits, a wide character before the position included", async () => {
    const document = await client.open(join(folder, "a.ts"), TEXT);
    await client.diagnostics(document);
    await client.edit(document, { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, "/* 𝒳 é */\n");
    const [found] = await client.diagnostics(document);
    assert.deepEqual(found?.range.start, { line: 5, character: 9 });
    await client.edit(document, { start: { line: 5, character: 2 }, end: { line: 5, character: 17 } }, "return 1;");
    assert.deepEqual(await client.diagnostics(document), []);
    await client.close(document);
  });

  it("shows nothing while the syntax is broken", async () => {
    const document = await client.open(join(folder, "a.ts"), TEXT);
    assert.equal((await client.diagnostics(document)).length, 1);
    await client.edit(document, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, "const = (");
    assert.deepEqual(await client.diagnostics(document), []);
    await client.edit(document, { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } }, "");
    assert.equal((await client.diagnostics(document)).length, 1);
    await client.close(document);
  });

  it("tells states on hover, moves as inlay hints and highlights, and parameters as code lenses", async () => {
    const document = await client.open(join(folder, "a.ts"), TEXT);
    const textDocument = { uri: document.uri };
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 4, character: 10 },
    });
    assert.deepEqual(hover?.contents, { kind: "markdown", value: "`token`: moved by consume() at line 4" });
    assert.equal(
      await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 1, character: 1 } }),
      null,
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    assert.deepEqual(
      hints?.map(({ position, label }) => [position, label]),
      [[{ line: 3, character: 15 }, "moved"]],
    );
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument,
      position: { line: 4, character: 10 },
    });
    assert.deepEqual(
      highlights?.map(({ range: { start } }) => start),
      [
        { line: 4, character: 9 },
        { line: 3, character: 10 },
      ],
    );
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.deepEqual(
      lenses?.map((lens) => [lens.range.start.line, lens.command?.title]),
      [
        [1, "consumes `token`"],
        [2, "consumes `token`"],
      ],
    );
    await client.close(document);
  });

  it("watches files where the client can, and checks again when one has changed", async () => {
    assert.deepEqual(client.registrations, ["workspace/didChangeWatchedFiles"]);
    const document = await client.open(join(folder, "a.ts"), TEXT);
    await client.diagnostics(document);
    client.forget(document.uri);
    const uri = pathToFileURL(join(folder, "new.ts")).href;
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Created }],
    });
    assert.equal((await client.diagnostics(document)).length, 1);
    await client.close(document);
  });

  it("answers about documents that are no files, or not open, with nothing", async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: "untitled:1" },
      position: { line: 0, character: 0 },
    });
    assert.equal(hover, null);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri: "file:///no/such.ts" },
    });
    assert.deepEqual(lenses, []);
  });
});
