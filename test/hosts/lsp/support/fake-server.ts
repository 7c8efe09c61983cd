// The language server with the fake checker, on standard input and output.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../../../../src/hosts/lsp/server.js";
import { createFakeAnalyser } from "../../editors/support/fake-analyser.js";

serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), {
  createAnalyser: createFakeAnalyser,
  version: "0.0.0",
});
