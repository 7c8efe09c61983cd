import { fileURLToPath, pathToFileURL } from "node:url";
import { ts } from "../../project/source/typescript.js";

/**
 * The path behind a document's URI, as TypeScript writes paths.
 *
 * @returns nothing for a document that is no file (`untitled:`, `git:`)
 */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return ts.sys.resolvePath(fileURLToPath(uri)).replaceAll("\\", "/");
  } catch {
    return undefined; // a file on another host
  }
}

/** The URI of a file. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
