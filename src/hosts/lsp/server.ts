import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analyser } from "../../project/analyser.js";
import { type AnalysedDocument, Documents } from "./documents.js";
import { codeActionsAt } from "./features/code-actions.js";
import { codeLensesOf } from "./features/code-lens.js";
import { diagnosticsOf } from "./features/diagnostics.js";
import { highlightsAt } from "./features/highlights.js";
import { hoverAt } from "./features/hover.js";
import { inlayHintsIn } from "./features/inlay-hints.js";
import { FileTexts } from "./file-texts.js";
import { pathOf } from "./file-url.js";
import { failedOn, SERVER_NAME } from "./messages.js";
import { Projects } from "./projects.js";
import { Publisher } from "./publisher.js";

/** What a server is made of. */
export interface ServerOptions {
  readonly createAnalyser: () => Analyser;
  readonly version: string;
}

/**
 * Serves one client until it says `exit`.
 *
 * @param connection the client, not yet listening
 * @param options the checker and the version to tell
 */
export function serve(connection: Connection, { createAnalyser, version }: ServerOptions): void {
  const open = new TextDocuments(TextDocument);
  const texts = new FileTexts();
  const warn = (message: string): void => {
    connection.console.warn(message);
  };
  const onFailure = (fileName: string, error: unknown): void => {
    connection.console.error(
      failedOn(fileName, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  };
  const projects = new Projects({ texts, createAnalyser, warn, onFailure });
  const documents = new Documents(texts, projects);
  const analysed = (document: TextDocument): AnalysedDocument | undefined => {
    try {
      return documents.analysed(document);
    } catch (error) {
      onFailure(document.uri, error);
      return undefined;
    }
  };
  const publisher = new Publisher({
    documents: () => open.all(),
    publish: (document) => {
      const found = analysed(document);
      const diagnostics = found === undefined ? [] : diagnosticsOf(found);
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    },
  });
  let watches = false;

  connection.onInitialize(({ capabilities }) => {
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return initializeResult(capabilities, version);
  });
  connection.onInitialized(() => {
    if (!watches) return;
    const watchers = [{ globPattern: "**/*.{ts,tsx,mts,cts}" }, { globPattern: "**/tsconfig*.json" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  open.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) texts.set(path, document);
    publisher.changed(document);
  });
  open.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) texts.close(path);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    publisher.changed();
  });
  open.onDidSave(() => {
    if (watches) return;
    texts.refresh();
    publisher.changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      if (path !== undefined) projects.changed(path, CHANGES[type]);
    }
    publisher.changed();
  });

  /** Runs a feature on a document; `empty` where there is nothing to say. */
  const answer = <R>(uri: string, empty: R, feature: (found: AnalysedDocument) => R): R => {
    const document = open.get(uri);
    const found = document === undefined ? undefined : analysed(document);
    return found === undefined ? empty : feature(found);
  };
  connection.onHover(({ textDocument, position }) =>
    answer(textDocument.uri, null, (found) => hoverAt(found, position) ?? null),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    context.only !== undefined && !context.only.includes(CodeActionKind.QuickFix)
      ? []
      : answer(textDocument.uri, [], (found) => codeActionsAt(found, range)),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answer(textDocument.uri, [], (found) => highlightsAt(found, position)),
  );
  connection.onCodeLens(({ textDocument }) => answer(textDocument.uri, [], codeLensesOf));
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    answer(textDocument.uri, [], (found) => inlayHintsIn(found, range)),
  );

  open.listen(connection);
  connection.listen();
}

const CHANGES = {
  [FileChangeType.Created]: "appeared",
  [FileChangeType.Changed]: "changed",
  [FileChangeType.Deleted]: "gone",
} as const;

function initializeResult({ textDocument }: InitializeParams["capabilities"], version: string): InitializeResult {
  const literals = textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  return {
    serverInfo: { name: SERVER_NAME, version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: literals ? { codeActionKinds: [CodeActionKind.QuickFix] } : true,
      hoverProvider: true,
      documentHighlightProvider: true,
      inlayHintProvider: true,
      codeLensProvider: { resolveProvider: false },
    },
  };
}
