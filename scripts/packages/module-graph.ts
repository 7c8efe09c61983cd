// What a module needs, all the way down, as the build emitted it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { declarationOf } from "./manifest.js";

/** Modules, and what they ask for that is not among them. */
export interface ModuleGraph {
  /** Paths relative to the folder, with `/`, in order. */
  readonly files: readonly string[];
  /** Names of packages; modules of Node are left out. */
  readonly packages: readonly string[];
}

/**
 * Follows imports, `require` and `new URL("./x.js", import.meta.url)` from some modules.
 *
 * @param folder that all modules are in, absolute
 * @param entries relative to it
 */
export function codeGraph(folder: string, entries: readonly string[]): ModuleGraph {
  return walk(folder, entries, (text) => [...importedBy(text), ...addressedBy(text)]);
}

/**
 * Follows the imports of declarations from those of some modules.
 *
 * @param folder that all modules are in, absolute
 * @param entries modules of code, relative to it
 */
export function declarationGraph(folder: string, entries: readonly string[]): ModuleGraph {
  return walk(folder, entries.map(declarationOf), (text) =>
    importedBy(text).map((specifier) => (specifier.startsWith(".") ? declarationOf(specifier) : specifier)),
  );
}

function importedBy(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** A worker's file is loaded by its address, which no import shows. */
function addressedBy(text: string): string[] {
  if (!text.includes("new URL(")) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === "URL") {
      const [file, base] = node.arguments ?? [];
      if (file !== undefined && ts.isStringLiteral(file) && base?.getText() === "import.meta.url") {
        if (/\.[cm]?js$/u.test(file.text)) found.push(file.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.js", text, ts.ScriptTarget.Latest, true));
  return found;
}

function walk(folder: string, entries: readonly string[], requests: (text: string) => readonly string[]): ModuleGraph {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const request of requests(readFileSync(join(folder, file), "utf8"))) {
      if (request.startsWith(".")) visit(join(dirname(file), request).replaceAll("\\", "/"));
      else if (!request.startsWith("node:")) packages.add(packageOf(request));
    }
  };
  for (const entry of entries) visit(entry);
  return { files: [...files].sort(), packages: [...packages].sort() };
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
