// A language client over stdio, made of the protocol's own libraries.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import {
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";

/** How long a test waits for the server before it fails. */
const PATIENCE_MS = 60_000;

/** A client with one server process. */
export class Client {
  readonly #process: ChildProcess;
  readonly connection: MessageConnection;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #listeners = new Set<() => void>();
  readonly #documents = new Map<string, TextDocument>();
  /** What the server wrote to the client's log. */
  readonly log: string[] = [];
  /** What the server asked to be told of. */
  readonly registrations: string[] = [];

  constructor(command: readonly string[], cwd: string) {
    this.#process = spawn(process.execPath, command, { cwd, stdio: ["pipe", "pipe", "inherit"] });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.set(params.uri, params);
      for (const listener of this.#listeners) listener();
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations.map(({ method }) => method));
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = CAPABILITIES): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities };
    const result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(path: string, text: string): Promise<TextDocument> {
    const document = TextDocument.create(pathToFileURL(path).href, "typescript", 1, text);
    this.#documents.set(document.uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId: "typescript", version: 1, text },
    });
    return document;
  }

  /** Types: one change of a range, as an editor sends it. */
  async edit(document: TextDocument, range: Range, text: string): Promise<void> {
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text }], version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** Replaces a stretch given by offsets. */
  async editAt(document: TextDocument, start: number, end: number, text: string): Promise<void> {
    await this.edit(document, { start: document.positionAt(start), end: document.positionAt(end) }, text);
  }

  async save(document: TextDocument): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: document.uri },
    });
  }

  async close(document: TextDocument): Promise<void> {
    this.#documents.delete(document.uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: document.uri },
    });
  }

  /** The diagnostics of the document's present version, as soon as they are there. */
  async diagnostics(document: TextDocument): Promise<Diagnostic[]> {
    const { version } = document;
    return (await this.next(document.uri, (params) => params.version === version)).diagnostics;
  }

  /** Waits for what is published about a document to be as wanted. */
  async next(uri: string, wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(
          new Error(
            `nothing published as wanted for ${uri}; last: ${JSON.stringify(this.#published.get(uri))}; log: ${this.log.join("\n")}`,
          ),
        );
      }, PATIENCE_MS);
      const look = (): void => {
        const params = this.#published.get(uri);
        if (params === undefined || !wanted(params)) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(params);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Forgets what was published, so that only what comes from now on counts. */
  forget(uri: string): void {
    this.#published.delete(uri);
  }

  /** Does what an editor does with a code action: edits the document. */
  async apply(action: CodeAction): Promise<void> {
    for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) {
      const document = this.#documents.get(uri)!;
      const before = TextDocument.applyEdits(document, edits);
      await this.editAt(document, 0, document.getText().length, before);
    }
  }

  /** The processor time that the server has used, where the system tells. */
  cpuMilliseconds(): number | undefined {
    try {
      // After the command's name in parentheses; utime and stime are fields 14 and 15, in hundredths of a second.
      const fields = readFileSync(`/proc/${this.#process.pid ?? 0}/stat`, "utf8")
        .split(") ")[1]!
        .split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return undefined;
    }
  }

  /** Ends the server as the protocol wants and answers with its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    const exited = once(this.#process, "exit") as Promise<[number | null]>;
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await exited;
    this.connection.dispose();
    return code;
  }
}

/** What the editors in use today say of themselves, as far as the server asks. */
const CAPABILITIES: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
};
