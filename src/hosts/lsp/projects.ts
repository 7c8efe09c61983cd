import { dirname, resolve } from "node:path";
import type { Analyser } from "../../project/analyser.js";
import { findConfig, loadConfig, type ProjectConfig } from "../../project/config/load-config.js";
import { ProjectError } from "../../project/config/project-error.js";
import { serviceResults, type ServiceResults } from "../../project/service-results.js";
import { ts } from "../../project/source/typescript.js";
import type { FileTexts } from "./file-texts.js";
import { configUnusable } from "./messages.js";
import { createService, type Service } from "./service.js";

interface Project {
  readonly service: Service;
  readonly results: ServiceResults;
  /** Everything that, when it changes, makes the project be loaded again. */
  readonly configFiles: ReadonlySet<string>;
}

/** What the projects tell and need. */
export interface ProjectsHost {
  readonly texts: FileTexts;
  readonly createAnalyser: () => Analyser;
  readonly warn: (message: string) => void;
  readonly onFailure: (fileName: string, error: unknown) => void;
}

/** Finds each file's project; a project is loaded when a file of it is first asked about. */
export class Projects {
  readonly #projects = new Map<string, Project>();
  /** Which project a file belongs to: reading configurations walks folders, too slow for each keystroke. */
  readonly #homes = new Map<string, Project>();
  readonly #host: ProjectsHost;

  constructor(host: ProjectsHost) {
    this.#host = host;
  }

  /** A file's results: those of the project that lists it, or of the nearest one with the file taken in. */
  resultsFor(path: string): ServiceResults {
    let home = this.#homes.get(path);
    if (home === undefined) {
      home = this.#projectOf(path);
      home.service.add(path);
      this.#homes.set(path, home);
    }
    return home.results;
  }

  /** Takes note that a file on disk has appeared, changed or gone. */
  changed(path: string, kind: "appeared" | "changed" | "gone"): void {
    this.#host.texts.forget(path);
    // A new or vanished source may be matched by some "include": loading again is the cheapest way to find out.
    const reloads = kind !== "changed" || [...this.#projects.values()].some(({ configFiles }) => configFiles.has(path));
    if (!reloads) return;
    for (const { service } of new Set([...this.#projects.values(), ...this.#homes.values()])) service.service.dispose();
    this.#projects.clear();
    this.#homes.clear();
  }

  #projectOf(path: string): Project {
    let config: ProjectConfig;
    try {
      config = owner(loadConfig(findConfig(dirname(path))), path);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
      return this.#kept(`default ${dirname(path)}`, () => {
        this.#host.warn(configUnusable(error.message));
        return { folder: dirname(path), configFiles: [], options: DEFAULTS, fileNames: [], references: [] };
      });
    }
    return this.#kept(config.path, () => ({
      ...config,
      folder: dirname(config.path),
      configFiles: [config.path, ...config.extendedFiles],
    }));
  }

  #kept(
    key: string,
    load: () => Pick<ProjectConfig, "options" | "fileNames" | "references"> & {
      folder: string;
      configFiles: readonly string[];
    },
  ): Project {
    const before = this.#projects.get(key);
    if (before !== undefined) return before;
    const { folder, configFiles, ...config } = load();
    const service = createService(config, folder, this.#host.texts);
    const results = serviceResults(ts, service.service, this.#host.createAnalyser(), this.#host.onFailure);
    const project = { service, results, configFiles: new Set(configFiles) };
    this.#projects.set(key, project);
    return project;
  }
}

const DEFAULTS: ProjectConfig["options"] = {
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  noEmit: true,
};

/** The configuration that lists a file, among the given one and those it refers to; otherwise the given one. */
function owner(config: ProjectConfig, path: string): ProjectConfig {
  const seen = new Set<string>();
  const search = (candidate: ProjectConfig): ProjectConfig | undefined => {
    if (seen.has(candidate.path)) return undefined;
    seen.add(candidate.path);
    if (candidate.fileNames.includes(path)) return candidate;
    for (const reference of candidate.references) {
      const referenced = resolve(dirname(candidate.path), ts.resolveProjectReferencePath(reference));
      const found = search(loadConfig(referenced));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(config) ?? config;
}
