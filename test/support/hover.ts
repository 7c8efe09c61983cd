import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import { strictOptions, type InstalledTsc } from "../../src/conformance/tsc.js";

/** Places marked in a source by a comment right before a name: the mark's text, and where the name starts. */
export function marks(source: string): Map<string, number> {
  return new Map(
    [...source.matchAll(/\/\*([\w-]+)\*\//g)].map((match) => [match[1] ?? "", match.index + match[0].length]),
  );
}

/** The little of the language service's API that is used, the same in TypeScript 5.9 and 6.0. */
interface LanguageServiceModule {
  createLanguageService(host: unknown): {
    getQuickInfoAtPosition(file: string, position: number): { displayParts?: readonly { text: string }[] } | undefined;
  };
  convertCompilerOptionsFromJson(options: unknown, base: string): { options: unknown };
  getDefaultLibFilePath(options: unknown): string;
  sys: {
    fileExists(path: string): boolean;
    readFile(path: string): string | undefined;
    readDirectory(...args: unknown[]): string[];
  };
  ScriptSnapshot: { fromString(text: string): unknown };
}

/** What the language service of a TypeScript with a JavaScript API shows at each mark of a file. */
export async function hoverByService(
  packageName: string,
  file: string,
  paths: Readonly<Record<string, readonly string[]>>,
): Promise<Map<string, string>> {
  const loaded = (await import(packageName)) as { default: LanguageServiceModule };
  const ts = loaded.default;
  const { options } = ts.convertCompilerOptionsFromJson({ ...strictOptions, paths }, dirname(file));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path: string) => {
      const text = ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => dirname(file),
    getDefaultLibFileName: (given: unknown) => ts.getDefaultLibFilePath(given),
    fileExists: (path: string) => ts.sys.fileExists(path),
    readFile: (path: string) => ts.sys.readFile(path),
  });
  const shown = new Map<string, string>();
  for (const [mark, position] of marks(readFileSync(file, "utf8"))) {
    const info = service.getQuickInfoAtPosition(file, position);
    shown.set(mark, (info?.displayParts ?? []).map(({ text }) => text).join(""));
  }
  return shown;
}

/**
 * What a TypeScript with a language server shows at each mark of a file; the server finds the project file by itself.
 */
export async function hoverByServer(compiler: InstalledTsc, file: string): Promise<Map<string, string>> {
  const child = spawn(process.execPath, [compiler.script, "--lsp", "--stdio"], {
    cwd: dirname(file),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // The server asks for settings and registers watchers; null is a valid answer to each.
  connection.onRequest((method, params) => (method === "workspace/configuration" ? emptySettings(params) : null));
  connection.listen();
  try {
    const text = readFileSync(file, "utf8");
    const uri = pathToFileURL(file).href;
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(dirname(file)).href,
      capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
    });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "typescript", version: 1, text },
    });
    const shown = new Map<string, string>();
    for (const [mark, position] of marks(text)) shown.set(mark, await hoverAt(connection, uri, text, position));
    return shown;
  } finally {
    connection.dispose();
    child.kill();
  }
}

function emptySettings(params: unknown): null[] {
  const { items } = params as { items: unknown[] };
  return items.map(() => null);
}

async function hoverAt(connection: MessageConnection, uri: string, text: string, position: number): Promise<string> {
  const before = text.slice(0, position).split("\n");
  const at = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const answer: unknown = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: at });
  const { contents } = (answer ?? { contents: "" }) as { contents: string | { value: string } };
  return (typeof contents === "string" ? contents : contents.value).trim();
}
