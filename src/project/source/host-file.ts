import type { TSESTree } from "@typescript-eslint/types";
import type TypeScriptModule from "typescript";
import type { CheckOptions } from "../../checker/check-options.js";
import type { NodeMap } from "./parse-file.js";

/** The compiler as a value: a host inside an editor or a linter brings its own, 5.9 or 6.0. */
export type TypeScript = typeof TypeScriptModule;

/** One file of a program, as a host has it in hand. */
export interface HostFile {
  /** The module that made `program`: enumerations differ between versions, so another copy's would be wrong. */
  readonly ts: TypeScript;
  readonly program: TypeScriptModule.Program;
  readonly sourceFile: TypeScriptModule.SourceFile;
  /** The tree with its comments, when the host has already made it; otherwise it is converted from `sourceFile`. */
  readonly parsed?: { readonly ast: TSESTree.Program; readonly node: NodeMap };
  readonly options?: CheckOptions;
}

/** A file that the host has parsed. */
export type ParsedHostFile = HostFile & Required<Pick<HostFile, "parsed">>;
