import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type TypeScript from "typescript";
import { projectMessages } from "../messages.js";
import { ProjectError } from "./project-error.js";
import { ts } from "../source/typescript.js";

/** A tsconfig.json, read. */
export interface ProjectConfig {
  /** Absolute path of the configuration file. */
  readonly path: string;
  readonly options: TypeScript.CompilerOptions;
  readonly fileNames: readonly string[];
  readonly references: readonly TypeScript.ProjectReference[];
  /** Folders to watch for new files; the value tells whether subfolders count. */
  readonly wildcardDirectories: ReadonlyMap<string, boolean>;
  /** The configuration files this one extends. */
  readonly extendedFiles: readonly string[];
}

/**
 * Finds the nearest tsconfig.json.
 *
 * @param from folder to start in; the search goes upwards
 * @throws ProjectError when there is none
 */
export function findConfig(from: string): string {
  const found = ts.findConfigFile(from, (path) => existsSync(path));
  if (found === undefined) throw new ProjectError(projectMessages.noConfigFound(from));
  return resolve(found);
}

/**
 * Reads a tsconfig.json and, through it, the list of the project's files.
 *
 * Options this TypeScript does not know, or calls deprecated, are passed over: the project's own TypeScript may be older
 * or newer and speaks for itself.
 *
 * @param path a tsconfig.json or its folder
 * @param base relative paths start here
 * @throws ProjectError when the file is missing, unreadable or no valid configuration
 */
export function loadConfig(path: string, base: string = process.cwd()): ProjectConfig {
  const absolute = configPath(resolve(base, path), path);
  const json = ts.readJsonConfigFile(absolute, (file) => {
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      throw new ProjectError(projectMessages.configUnreadable(path, reason(error)));
    }
  });
  const parsed = ts.parseJsonSourceFileConfigFileContent(json, ts.sys, dirname(absolute), {}, absolute);
  const syntax = (json as unknown as { parseDiagnostics: readonly TypeScript.Diagnostic[] }).parseDiagnostics[0];
  if (syntax !== undefined) throw new ProjectError(projectMessages.configBroken(path, describe(syntax)));
  const fatal = parsed.errors.find(
    (error) => error.category === ts.DiagnosticCategory.Error && !forgiven.has(error.code),
  );
  if (fatal !== undefined) throw new ProjectError(projectMessages.configBroken(path, describe(fatal)));
  const references = parsed.projectReferences ?? [];
  if (parsed.fileNames.length === 0 && references.length === 0) throw new ProjectError(projectMessages.noInputs(path));
  return {
    path: absolute,
    options: withOwnDefaults(parsed.options, dirname(absolute)),
    fileNames: parsed.fileNames,
    references,
    wildcardDirectories: new Map(
      Object.entries(parsed.wildcardDirectories ?? {}).map(([folder, flags]) => [
        folder,
        flags === ts.WatchDirectoryFlags.Recursive,
      ]),
    ),
    extendedFiles: (json.extendedSourceFiles ?? []).map((file) => resolve(file)),
  };
}

/**
 * Complaints of `parseJsonSourceFileConfigFileContent` that do not keep the project from being checked: unknown options
 * (5023, 5025), values another TypeScript knows (6046), an empty file list (18002, 18003).
 */
const forgiven: ReadonlySet<number> = new Set([5023, 5025, 6046, 18002, 18003]);

function configPath(absolute: string, given: string): string {
  if (!existsSync(absolute)) throw new ProjectError(projectMessages.configMissing(given));
  if (!statSync(absolute).isDirectory()) return absolute;
  const inside = join(absolute, "tsconfig.json");
  if (!existsSync(inside)) throw new ProjectError(projectMessages.configMissing(join(given, "tsconfig.json")));
  return inside;
}

/** One line for a configuration error: where and what. */
function describe(diagnostic: TypeScript.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  if (diagnostic.file === undefined || diagnostic.start === undefined) return text;
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `line ${line + 1}, column ${character + 1}: ${text}`;
}

/** Why a file could not be read, in the system's words without its stack. */
export function reason(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/^[A-Z]+: /u, "").replace(/, \w+( '.*')?$/u, "")
    : String(error);
}

/**
 * Fills in what an older TypeScript would have assumed: up to 5.9 a project is not strict unless it says so, and sees
 * all of `node_modules/@types`; from 6.0 on both defaults are turned round.
 */
function withOwnDefaults(options: TypeScript.CompilerOptions, folder: string): TypeScript.CompilerOptions {
  const quiet: TypeScript.CompilerOptions = {
    ...options,
    noEmit: true,
    composite: false,
    incremental: false,
    declaration: false,
  };
  delete quiet.tsBuildInfoFile;
  const own = ownMajorVersion(folder);
  if (own === undefined || own >= 6 || Number.parseInt(ts.version, 10) < 6) return quiet;
  return { ...quiet, strict: options.strict ?? false, types: options.types ?? ["*"] };
}

function ownMajorVersion(folder: string): number | undefined {
  try {
    const manifest = createRequire(join(folder, "noop.js")).resolve("typescript/package.json");
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version?: string };
    return version === undefined ? undefined : Number.parseInt(version, 10);
  } catch {
    return undefined; // not installed there: nothing to imitate
  }
}
