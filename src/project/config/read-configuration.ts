import type { JSONPath } from "jsonc-parser";
import { dirname } from "node:path";
import { findConfiguration } from "./find-configuration.js";
import { JsonSource } from "./json-source.js";
import type { ProjectError } from "./project-error.js";
import { readText } from "./read-text.js";
import type { Configuration } from "./schema.js";
import { validate } from "./validate.js";

/** A configuration together with where it stands. */
export interface LocatedConfiguration {
  readonly configuration: Configuration;
  /** Absolute path of the folder that its paths and patterns start from. */
  readonly folder: string;
  /** Absolute path of the file it was read from; `undefined` when there is none and the defaults count. */
  readonly file: string | undefined;
  /** An error about what stands at a path in it. */
  readonly errorAt: (path: JSONPath, text: string) => ProjectError;
}

/**
 * Reads the configuration that counts for a folder, or the defaults.
 *
 * @param from absolute path of a folder, usually a tsconfig.json's
 * @param shown prints a path for people
 * @throws ProjectError when it is not valid
 */
export function readConfiguration(from: string, shown: (path: string) => string): LocatedConfiguration {
  const place = findConfiguration(from, shown);
  if (place === undefined) return withoutConfiguration(from);
  const source = new JsonSource(shown(place.file), readText(place.file, shown));
  return locate(source, place.inManifest ? ["movecheck"] : [], dirname(place.file), place.file);
}

/** The defaults, for a folder that no configuration is about. */
export function withoutConfiguration(folder: string): LocatedConfiguration {
  return locate(new JsonSource("", "{}"), [], folder, undefined);
}

function locate(source: JsonSource, base: JSONPath, folder: string, file: string | undefined): LocatedConfiguration {
  return {
    configuration: validate(source, base),
    folder,
    file,
    errorAt: (path, text) => source.errorAt([...base, ...path], text),
  };
}
