import type TypeScript from "typescript";
import type { ProjectConfig } from "../../project/config/load-config.js";
import { ts } from "../../project/source/typescript.js";
import type { FileTexts } from "./file-texts.js";

/** TypeScript's language service over one configuration. */
export interface Service {
  readonly service: TypeScript.LanguageService;
  /** Takes a file in that the configuration does not list. */
  add(path: string): void;
}

const registry = ts.createDocumentRegistry(ts.sys.useCaseSensitiveFileNames);

/**
 * Makes a language service that reads files as the editor sees them.
 *
 * @param config the project's options and files
 * @param folder relative names start here
 * @param texts the files
 */
export function createService(
  config: Pick<ProjectConfig, "options" | "fileNames" | "references">,
  folder: string,
  texts: FileTexts,
): Service {
  const names = new Set(config.fileNames);
  let fileNames = [...names];
  const host: TypeScript.LanguageServiceHost & { useSourceOfProjectReferenceRedirect(): boolean } = {
    getCompilationSettings: () => config.options,
    getProjectReferences: () => config.references,
    // Referenced projects are read from their sources, so that nothing needs to be built before.
    useSourceOfProjectReferenceRedirect: () => true,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (path) => texts.version(path),
    getScriptSnapshot: (path) => texts.snapshot(path),
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    fileExists: (path) => texts.exists(path),
    readFile: (path) => texts.read(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
    readDirectory: (...args) => ts.sys.readDirectory(...args),
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
  };
  return {
    service: ts.createLanguageService(host, registry),
    add(path) {
      if (names.has(path)) return;
      names.add(path);
      fileNames = [...names];
    },
  };
}
