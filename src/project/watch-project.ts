import { dirname } from "node:path";
import type { Project } from "./program/load-project.js";
import { ts } from "./source/typescript.js";

/**
 * Watches a project's configurations, its files and the folders in which new ones may appear.
 *
 * @param project as loaded last
 * @param onChange called at each change, possibly several times for one
 * @returns stops watching
 */
export function watchProject({ parts }: Project, onChange: () => void): () => void {
  const files = new Set<string>();
  const folders = new Map<string, boolean>();
  for (const { config, program, configurationFile } of parts) {
    files.add(config.path);
    if (configurationFile !== undefined) files.add(configurationFile);
    for (const file of config.extendedFiles) files.add(file);
    for (const file of program.getSourceFiles()) {
      // What is installed changes all at once, with the lock file; then a person starts again.
      if (!file.fileName.includes("/node_modules/")) files.add(file.fileName);
    }
    for (const [folder, recursive] of config.wildcardDirectories) folders.set(folder, recursive);
    folders.set(dirname(config.path), folders.get(dirname(config.path)) ?? false);
  }
  const { sys } = ts;
  const watchers = [
    ...[...files].map((file) => sys.watchFile?.(file, onChange, 250)),
    ...[...folders].map(([folder, recursive]) =>
      sys.watchDirectory?.(
        folder,
        (name) => {
          if (/\.(?:[cm]?[jt]sx?|json)$/u.test(name) && !/[\\/](?:node_modules|\.git)[\\/]/u.test(name)) onChange();
        },
        recursive,
      ),
    ),
  ];
  return () => {
    for (const watcher of watchers) watcher?.close();
  };
}
