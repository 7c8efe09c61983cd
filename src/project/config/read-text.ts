import { readFileSync } from "node:fs";
import { configMessages } from "./messages.js";
import { reason } from "./load-config.js";
import { ProjectError } from "./project-error.js";

/**
 * Reads a file.
 *
 * @param shown prints its path for people
 * @throws ProjectError when it cannot be read
 */
export function readText(file: string, shown: (path: string) => string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ProjectError(configMessages.unreadable(shown(file), reason(error)));
  }
}
