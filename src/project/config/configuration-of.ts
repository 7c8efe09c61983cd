import { dirname, relative } from "node:path";
import type TypeScript from "typescript";
import { applyConfiguration } from "./project-configuration.js";
import type { ProjectConfiguration } from "./project-configuration.js";
import { ProjectError } from "./project-error.js";
import { readConfiguration, withoutConfiguration } from "./read-configuration.js";
import type { LocatedConfiguration } from "./read-configuration.js";

/** What counts for a program. */
export interface ProgramConfiguration {
  /** The configuration; the defaults when there is something wrong with it. */
  readonly configuration: ProjectConfiguration;
  /** What is wrong with it, for hosts to tell. */
  readonly problem: ProjectError | undefined;
  /** Absolute path of the file it was read from, to watch. */
  readonly file: string | undefined;
}

const known = new WeakMap<TypeScript.Program, ProgramConfiguration>();

/**
 * The configuration that counts for a program, read once: the one at or above its tsconfig.json.
 *
 * @param ts the module that made the program
 * @param located the configuration, when it has been read already
 */
export function configurationOf(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  located?: LocatedConfiguration,
): ProgramConfiguration {
  let found = known.get(program);
  if (found === undefined) {
    found = read(ts, program, located);
    known.set(program, found);
  }
  return found;
}

function read(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  given: LocatedConfiguration | undefined,
): ProgramConfiguration {
  const { configFilePath } = program.getCompilerOptions() as { configFilePath?: string };
  const folder = configFilePath === undefined ? program.getCurrentDirectory() : dirname(configFilePath);
  try {
    const located = given ?? readConfiguration(folder, (path) => relative(folder, path));
    return { configuration: applyConfiguration(ts, program, located), problem: undefined, file: located.file };
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    const configuration = applyConfiguration(ts, program, withoutConfiguration(folder));
    return { configuration, problem: error, file: given?.file };
  }
}
