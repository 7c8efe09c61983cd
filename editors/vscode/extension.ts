// Starts the workspace's language server for VS Code. Bundled by package.mjs into extension.cjs.
import { commands, type ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { findServer } from "./find-server.js";

let client: LanguageClient | undefined;

/** VS Code calls this when a TypeScript file is first opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(commands.registerCommand("movecheck.restart", restart));
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("movecheck.serverPath")) void restart();
    }),
  );
  await start();
}

/** VS Code calls this when it ends or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const configured = workspace.getConfiguration("movecheck").get<string>("serverPath", "");
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const module = configured === "" ? folders.map(findServer).find((found) => found !== undefined) : configured;
  if (module === undefined) {
    // Quiet where movecheck is not used: said in the log only.
    window
      .createOutputChannel("movecheck")
      .appendLine("movecheck is not installed in this workspace: npm install --save-dev @movecheck/cli");
    return;
  }
  client = new LanguageClient(
    "movecheck",
    "movecheck",
    { module, args: ["lsp"], transport: TransportKind.stdio },
    { documentSelector: ["typescript", "typescriptreact"].map((language) => ({ scheme: "file", language })) },
  );
  await client.start();
}
