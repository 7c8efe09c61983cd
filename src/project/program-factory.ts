import type TypeScript from "typescript";
import type { ProjectConfig } from "./load-config.js";
import { linearReach } from "./linear-reach.js";
import { ts } from "./typescript.js";

interface Kept {
  readonly text: string;
  readonly file: TypeScript.SourceFile;
}

/** What the public declaration of CompilerHost leaves out: references lead to sources, as in editors. */
interface SourceReferenceHost extends TypeScript.CompilerHost {
  useSourceOfProjectReferenceRedirect(): boolean;
}

/**
 * Creates programs and reuses what it parsed for earlier ones: across the projects of one run, and from run to run
 * when files change.
 */
export class ProgramFactory {
  readonly #files = new Map<string, Kept>();
  readonly #programs = new Map<string, TypeScript.Program>();
  readonly #texts = new Map<string, string | undefined>();

  /** Forgets the texts read so far, so that the next program sees the files as they are then. */
  refresh(): void {
    this.#texts.clear();
  }

  /**
   * The program of one configuration, or a program without TypeScript's `lib` files when no linear type reaches it: for
   * syntax errors, all there is to find then, that is enough, and most of a small project's loading is `lib`.
   */
  createAsNeeded(config: ProjectConfig): TypeScript.Program {
    if (this.#programs.has(config.path)) return this.create(config);
    const options = { ...config.options, noLib: true };
    const { fileNames: rootNames, references: projectReferences } = config;
    const without = ts.createProgram({ rootNames, options, projectReferences, host: this.#host(options) });
    return linearReach(without).size === 0 ? without : this.create(config);
  }

  /** The program of one configuration. */
  create(config: ProjectConfig): TypeScript.Program {
    const old = this.#programs.get(config.path);
    const program = ts.createProgram({
      rootNames: config.fileNames,
      options: config.options,
      projectReferences: config.references,
      host: this.#host(config.options),
      ...(old === undefined ? {} : { oldProgram: old }),
    });
    this.#programs.set(config.path, program);
    return program;
  }

  #host(options: TypeScript.CompilerOptions): TypeScript.CompilerHost {
    const host: SourceReferenceHost = {
      ...ts.createCompilerHost(options),
      useSourceOfProjectReferenceRedirect: () => true,
    };
    host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
    const read = host.readFile.bind(host);
    host.readFile = (path) => {
      if (!this.#texts.has(path)) this.#texts.set(path, read(path));
      return this.#texts.get(path);
    };
    host.getSourceFile = (path, languageVersion) => {
      const text = host.readFile(path);
      if (text === undefined) return undefined;
      const key = `${path}\0${parsingKey(languageVersion)}`;
      const kept = this.#files.get(key);
      if (kept?.text === text) return kept.file;
      const file = ts.createSourceFile(path, text, languageVersion);
      this.#files.set(key, { text, file });
      return file;
    };
    return host;
  }
}

/** What the outcome of parsing depends on besides the text. */
function parsingKey(options: TypeScript.ScriptTarget | TypeScript.CreateSourceFileOptions): string {
  return typeof options === "number" ? String(options) : `${options.languageVersion}/${options.impliedNodeFormat ?? ""}`;
}
