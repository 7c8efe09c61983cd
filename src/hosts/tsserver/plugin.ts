import type * as ts from "typescript";
import type { server } from "typescript";
import type { Analyser } from "../../project/analyser.js";
import type { TypeScript } from "../../project/source/host-file.js";
import { serviceResults } from "../../project/service-results.js";
import { codeFixes } from "./code-fixes.js";
import { ALL_NUMBERS } from "./diagnostic-numbers.js";
import { withState } from "./hover.js";
import { failedOn, LOADED } from "./messages.js";
import { toTsDiagnostic } from "./to-ts-diagnostic.js";

/**
 * The plugin's module: it adds to four answers of the language service and leaves every other one alone.
 *
 * @param typescript tsserver's own module
 * @param createAnalyser makes the checker of one project
 * @public index.cts takes it by `require`
 */
export function createPlugin(typescript: TypeScript, createAnalyser: () => Analyser): server.PluginModule {
  return {
    create(info) {
      const log = (line: string): void => {
        info.project.projectService.logger.info(line);
      };
      log(LOADED);
      return decorate(typescript, info.languageService, createAnalyser(), log);
    },
  };
}

function decorate(
  typescript: TypeScript,
  service: ts.LanguageService,
  analyse: Analyser,
  log: (line: string) => void,
): ts.LanguageService {
  const results = serviceResults(typescript, service, analyse, (fileName, error) => {
    log(failedOn(fileName, error instanceof Error ? (error.stack ?? error.message) : String(error)));
  });
  const added: Partial<ts.LanguageService> = {
    getSemanticDiagnostics(fileName) {
      const own = service.getSemanticDiagnostics(fileName);
      const result = results(fileName);
      if (result === undefined) return own;
      return [...own, ...result.analysis.findings.map((finding) => toTsDiagnostic(typescript, result, finding))];
    },
    getCodeFixesAtPosition(fileName, start, end, errorCodes, formatOptions, preferences) {
      const own = service.getCodeFixesAtPosition(fileName, start, end, errorCodes, formatOptions, preferences);
      return [...own, ...codeFixes(results(fileName)?.analysis, fileName, { start, end }, errorCodes)];
    },
    getQuickInfoAtPosition(fileName, position, ...rest) {
      return withState(service.getQuickInfoAtPosition(fileName, position, ...rest), results(fileName), position);
    },
    getSupportedCodeFixes: (fileName) => [...service.getSupportedCodeFixes(fileName), ...ALL_NUMBERS],
  };
  return overlay(service, added);
}

/**
 * The service with some methods replaced: the rest is passed through, whatever this version of tsserver has. All are
 * own properties, because the next plugin in the row copies those.
 */
function overlay(service: ts.LanguageService, added: Partial<ts.LanguageService>): ts.LanguageService {
  const bound = Object.entries(service).map(([name, member]: [string, unknown]) => [
    name,
    isMethod(member) ? member.bind(service) : member,
  ]);
  return { ...(Object.fromEntries(bound) as ts.LanguageService), ...added };
}

function isMethod(member: unknown): member is (...args: unknown[]) => unknown {
  return typeof member === "function";
}
