import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readText } from "./read-text.js";
import { configMessages } from "./messages.js";
import { ProjectError } from "./project-error.js";

/** Where a project's configuration is. */
export interface ConfigurationPlace {
  /** Absolute path of a `movecheck.json`, or of a `package.json` with the key `movecheck`. */
  readonly file: string;
  readonly inManifest: boolean;
}

/** The name of movecheck's own configuration file. */
export const CONFIGURATION_FILE = "movecheck.json";

/**
 * Finds the configuration that counts for a folder: the nearest one at or above it.
 *
 * @param from absolute path of a folder, usually a tsconfig.json's
 * @param shown prints a path for people
 * @returns `undefined` when there is none: then the defaults count
 * @throws ProjectError when a folder has two of them, or a file cannot be read
 */
export function findConfiguration(from: string, shown: (path: string) => string): ConfigurationPlace | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, CONFIGURATION_FILE);
    const manifest = join(folder, "package.json");
    const own = existsSync(file);
    const keyed = existsSync(manifest) && hasKey(readText(manifest, shown));
    if (own && keyed) throw new ProjectError(configMessages.twice(shown(file), shown(manifest)));
    if (own) return { file, inManifest: false };
    if (keyed) return { file: manifest, inManifest: true };
    if (dirname(folder) === folder) return undefined;
  }
}

/** A package.json that is broken, or is somebody else's on the way up, is no reason to refuse the project. */
function hasKey(text: string): boolean {
  if (!text.includes('"movecheck"')) return false;
  try {
    const manifest = JSON.parse(text) as unknown;
    return typeof manifest === "object" && manifest !== null && Object.hasOwn(manifest, "movecheck");
  } catch {
    return false;
  }
}
