import { readFileSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type TypeScript from "typescript";
import { configurationOf } from "../config/configuration-of.js";
import { resourceReach } from "../source/resource-reach.js";
import { namesCode } from "../config/project-configuration.js";
import { readConfiguration } from "../config/read-configuration.js";
import type { LocatedConfiguration } from "../config/read-configuration.js";
import { findConfig, loadConfig, reason } from "../config/load-config.js";
import type { ProjectConfig } from "../config/load-config.js";
import { projectMessages } from "../messages.js";
import { ProgramFactory } from "./program-factory.js";
import { ProjectError } from "../config/project-error.js";
import { ts } from "../source/typescript.js";

/** Which project, and which of its files, to check. */
export interface ProjectRequest {
  /** Relative paths start here; without `project` the nearest tsconfig.json is looked for from here upwards. */
  readonly cwd: string;
  /** A tsconfig.json or its folder. */
  readonly project?: string;
  /** Only these files; all of the project's when empty. */
  readonly files?: readonly string[];
  /** A part that no linear type reaches may be loaded as import stubs: enough to find its syntax errors, and much faster. */
  readonly asNeeded?: boolean;
  /** Keeps what can be reused from an earlier load of the same project. */
  readonly factory?: ProgramFactory;
}

/** One tsconfig.json with its program, possibly of import stubs, and the files it is responsible for. */
interface ProjectPart {
  readonly config: ProjectConfig;
  readonly program: TypeScript.Program;
  /** Absolute path of the movecheck.json or package.json that counts for it. */
  readonly configurationFile: string | undefined;
  /** The files to check here: each file of a project with references belongs to one part only. */
  readonly sourceFiles: readonly TypeScript.SourceFile[];
}

/** A loaded project: what the configuration asked for refers to, then that configuration itself. */
export interface Project {
  /** Absolute path of the folder of the configuration that was asked for. */
  readonly folder: string;
  readonly parts: readonly ProjectPart[];
}

/**
 * Loads a project and every project it refers to, each once.
 *
 * A referenced project is read from its sources, so nothing needs to be built before.
 *
 * @throws ProjectError when a configuration is missing or broken, a file cannot be read or is not part of the project
 */
export function loadProject(request: ProjectRequest): Project {
  const { cwd } = request;
  const wanted = request.files?.length ? new Set(request.files.map((file) => existingFile(cwd, file))) : undefined;
  const root = request.project ?? shown(cwd, findConfig(cwd));
  const main = loadConfig(root, cwd);
  const configs = withReferences(main, cwd);
  const factory = request.factory ?? new ProgramFactory();
  const claimed = new Set<string>();
  const parts = configs.flatMap((config): ProjectPart[] => {
    if (config.fileNames.length === 0) return [];
    const located = readConfiguration(dirname(config.path), (path) => shown(cwd, path));
    const asNeeded = request.asNeeded === true && !namesCode(located);
    const program = asNeeded
      ? factory.createAsNeeded(config, (stub) => acquiresIn(stub, located))
      : factory.create(config);
    const { configuration, problem } = configurationOf(ts, program, located);
    if (problem !== undefined) throw problem;
    for (const name of config.fileNames) if (program.getSourceFile(name) === undefined) unreadable(name, cwd);
    const mine = ownFiles(program).filter((file) => !claimed.has(resolve(file.fileName)));
    const checked = mine.filter((file) => !configuration.ignores(resolve(file.fileName)));
    for (const file of mine) claimed.add(resolve(file.fileName));
    return [
      {
        config,
        program,
        configurationFile: located.file,
        sourceFiles: wanted === undefined ? checked : checked.filter((file) => wanted.has(resolve(file.fileName))),
      },
    ];
  });
  for (const file of wanted ?? []) {
    if (!claimed.has(file)) throw new ProjectError(projectMessages.outsideProject(shown(cwd, file), root));
  }
  return { folder: dirname(main.path), parts };
}

/** Whether some file of a program of import stubs may acquire a resource. */
function acquiresIn(stub: TypeScript.Program, located: LocatedConfiguration): boolean {
  const { configuration } = configurationOf(ts, stub, located);
  const reach = resourceReach(stub, configuration.table(configuration.tableFor("x.test.ts").resources.length > 0));
  return ownFiles(stub).some((file) => reach.has(file));
}

/** The files that the project's people wrote: no libraries, no declarations (they run nothing), no JSON. */
function ownFiles(program: TypeScript.Program): TypeScript.SourceFile[] {
  return program
    .getSourceFiles()
    .filter(
      (file) =>
        !file.isDeclarationFile &&
        !program.isSourceFileFromExternalLibrary(file) &&
        (file.flags & ts.NodeFlags.JsonFile) === 0 &&
        !file.fileName.includes("/node_modules/"),
    );
}

const shown = (cwd: string, path: string): string => relative(cwd, path) || ".";

function existingFile(cwd: string, file: string): string {
  const absolute = resolve(cwd, file);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new ProjectError(projectMessages.fileMissing(file));
  if (stats.isDirectory()) throw new ProjectError(projectMessages.notAFile(file));
  return absolute;
}

function unreadable(file: string, cwd: string): never {
  try {
    readFileSync(file);
  } catch (error) {
    throw new ProjectError(projectMessages.fileUnreadable(shown(cwd, file), reason(error)));
  }
  throw new ProjectError(projectMessages.fileUnreadable(shown(cwd, file), projectMessages.notSource));
}

/** A configuration and what it refers to, directly and indirectly, each after what it refers to itself. */
function withReferences(root: ProjectConfig, cwd: string): ProjectConfig[] {
  const seen = new Set<string>();
  const ordered: ProjectConfig[] = [];
  const visit = (config: ProjectConfig): void => {
    seen.add(config.path);
    for (const reference of config.references) {
      const path = resolve(dirname(config.path), ts.resolveProjectReferencePath(reference));
      if (!seen.has(path)) visit(loadConfig(shown(cwd, path), cwd));
    }
    ordered.push(config);
  };
  visit(root);
  return ordered;
}
