import type * as ts from "typescript";
import type { Analyser, FileAnalysis } from "./analyser.js";
import type { TypeScript } from "./source/host-file.js";

/** A file of a language service's current program, analysed. */
export interface ServiceResult {
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  readonly analysis: FileAnalysis;
}

/** Answers with the result of a file, or nothing where it can't be checked now. */
export type ServiceResults = (fileName: string) => ServiceResult | undefined;

/**
 * The checker over a language service: each file once per program, however many requests ask.
 *
 * A file whose syntax is broken has no result, and neither has one on which the checker fails: an editor then shows
 * nothing of an earlier text.
 *
 * @param ts the module that made the service
 * @param service the language service, without a plugin's own answers
 * @param analyse the checker
 * @param onFailure hears of a failure of the checker; nothing is thrown
 */
export function serviceResults(
  ts: TypeScript,
  service: ts.LanguageService,
  analyse: Analyser,
  onFailure: (fileName: string, error: unknown) => void,
): ServiceResults {
  const known = new WeakMap<ts.Program, Map<string, ServiceResult | undefined>>();
  return (fileName) => {
    const program = service.getProgram();
    const sourceFile = program?.getSourceFile(fileName);
    if (program === undefined || sourceFile === undefined) return undefined;
    const results = known.get(program) ?? new Map<string, ServiceResult | undefined>();
    known.set(program, results);
    if (!results.has(fileName))
      results.set(fileName, isChecked(program, sourceFile) ? tryAnalyse(program, sourceFile) : undefined);
    return results.get(fileName);
  };

  function tryAnalyse(program: ts.Program, sourceFile: ts.SourceFile): ServiceResult | undefined {
    try {
      return { program, sourceFile, analysis: analyse({ ts, program, sourceFile }) };
    } catch (error) {
      onFailure(sourceFile.fileName, error);
      return undefined;
    }
  }
}

/** JavaScript has no types that say who consumes, declarations have nothing to run, broken text has no tree. */
function isChecked(program: ts.Program, sourceFile: ts.SourceFile): boolean {
  const { isDeclarationFile, fileName } = sourceFile;
  return (
    !isDeclarationFile && /\.[cm]?tsx?$/u.test(fileName) && program.getSyntacticDiagnostics(sourceFile).length === 0
  );
}
