import type TypeScript from "typescript";
import type { ProjectConfig } from "../config/load-config.js";
import { isBrandFile } from "../source/brand-file.js";
import { stubbedFile, importStub } from "../source/import-stub.js";
import type { ParsingOptions } from "../source/import-stub.js";
import { mentionsSuppression } from "../findings/suppress/apply-suppressions.js";
import { ts } from "../source/typescript.js";

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
   * The program of one configuration, or, when no linear type reaches it, a program of import stubs without TypeScript's `lib`
   * files: all there is to find then is syntax errors, and for these no program is needed.
   *
   * The sources of packages are read too: a linear type can come from any of them.
   *
   * @param isNeeded whether there is something else to look for, as the stubs tell
   */
  createAsNeeded(
    config: ProjectConfig,
    isNeeded: (stub: TypeScript.Program) => boolean = () => false,
  ): TypeScript.Program {
    if (this.#programs.has(config.path)) return this.create(config);
    // A file that speaks of movecheck imports it, or accepts a finding by a comment, which is minded in any case.
    const mentioned = config.fileNames.some((name) => this.#read(name)?.includes("movecheck") === true);
    if (mentioned) return this.create(config);
    const options = { ...config.options, noLib: true };
    const stub = ts.createProgram({
      rootNames: config.fileNames,
      options,
      projectReferences: config.references,
      host: this.#stubHost(options),
    });
    const reached = stub
      .getSourceFiles()
      .some((file) => isBrandFile(file.fileName) || mentionsSuppression(stubbedFile(file)?.text ?? file.text));
    return reached || isNeeded(stub) ? this.create(config) : stub;
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
    host.readFile = (path) => this.#read(path);
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

  /** A host whose programs are as large as any, but hold nothing but imports, except of JavaScript. */
  #stubHost(options: TypeScript.CompilerOptions): TypeScript.CompilerHost {
    const host = this.#host(options);
    const whole = host.getSourceFile.bind(host);
    host.getSourceFile = (path, languageVersion) => {
      // Whether a JavaScript file's syntax is in order only a program can say.
      const text = /\.(?:[cm]?jsx?|json)$/u.test(path) ? undefined : host.readFile(path);
      return (text === undefined ? undefined : importStub(path, text, languageVersion)) ?? whole(path, languageVersion);
    };
    return host;
  }

  #read(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, ts.sys.readFile(path));
    return this.#texts.get(path);
  }
}

/** What the outcome of parsing depends on besides the text. */
function parsingKey(options: ParsingOptions): string {
  return typeof options === "number"
    ? String(options)
    : `${options.languageVersion}/${options.impliedNodeFormat ?? ""}`;
}
