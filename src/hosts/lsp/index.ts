import { createRequire } from "node:module";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createAnalyser } from "../../project/create-analyser.js";
import { serve } from "./server.js";

/**
 * Serves the language server protocol on standard input and output until the client leaves: `movecheck lsp --stdio`.
 */
export function serveStdio(): void {
  const { version } = createRequire(import.meta.url)("../../../package.json") as { version: string };
  serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), { createAnalyser, version });
}
