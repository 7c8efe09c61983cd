import type TypeScript from "typescript";
import { checkFile } from "../checker/check-file.js";
import type { CheckOptions } from "../checker/check-options.js";
import type { ResourceTable } from "../checker/oracle/resource-spec.js";
import type { CheckResult } from "../checker/check-result.js";
import type { Finding } from "./findings/finding.js";
import { linearReach } from "./source/linear-reach.js";
import { TypescriptOracle } from "./oracle/typescript-oracle.js";
import { stubbedFile } from "./source/import-stub.js";
import { parseFile } from "./source/parse-file.js";
import { resourcesOf } from "./summaries/resources-of.js";
import { resourceReach } from "./source/resource-reach.js";
import { SourceText } from "./source/source-text.js";
import { mentionsSuppression } from "./findings/suppress/apply-suppressions.js";
import type { Suppressed } from "./findings/report.js";
import { syntaxErrors, syntaxErrorsOfStubbed } from "./findings/syntax-errors.js";
import { toFindings } from "./findings/to-findings.js";
import { ts } from "./source/typescript.js";

/** How to check a file. */
export interface CheckSourceFileOptions extends CheckOptions {
  /** Analyse the file even when no linear type reaches it. */
  readonly force?: boolean;
  /** What the project has to release; see `resourceTable`. */
  readonly resources?: ResourceTable;
}

/** What checking one file found. */
export interface FileCheck {
  readonly source: SourceText;
  /** Syntax errors, diagnostics that are not suppressed, and complaints about suppressions, by position. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** What the core said; `undefined` when the file was not analysed. */
  readonly result: CheckResult | undefined;
}

type Cache = WeakMap<TypeScript.SourceFile, Map<string, FileCheck>>;
const caches = new WeakMap<TypeScript.Program, Cache>();

/**
 * Checks one file of a program, once: the answer is kept for as long as the program and the file live.
 *
 * @param program made by the same compiler as movecheck's (see `typescript.ts`)
 * @param file one of the program's files
 * @throws whatever a bug in movecheck throws; hosts report it and go on
 */
export function checkSourceFile(
  program: TypeScript.Program,
  file: TypeScript.SourceFile,
  options: CheckSourceFileOptions = {},
): FileCheck {
  let cache = caches.get(program);
  if (cache === undefined) {
    cache = new WeakMap();
    caches.set(program, cache);
  }
  let byOptions = cache.get(file);
  if (byOptions === undefined) {
    byOptions = new Map();
    cache.set(file, byOptions);
  }
  const key = `${tableNumber(options.resources)}/${String(options.force ?? false)}/${String(options.tscVisible ?? false)}`;
  let check = byOptions.get(key);
  if (check === undefined) {
    check = checkUncached(program, file, options);
    byOptions.set(key, check);
  }
  return check;
}

const tableNumbers = new WeakMap<ResourceTable, number>();
let tables = 0;

/** Tells tables apart in a cache's key. */
function tableNumber(table: ResourceTable | undefined): number {
  if (table === undefined) return 0;
  let number = tableNumbers.get(table);
  if (number === undefined) tableNumbers.set(table, (number = ++tables));
  return number;
}

function checkUncached(
  program: TypeScript.Program,
  file: TypeScript.SourceFile,
  options: CheckSourceFileOptions,
): FileCheck {
  const stubbed = stubbedFile(file);
  const source = new SourceText(file.fileName, stubbed?.text ?? file.text);
  if (stubbed !== undefined)
    return { source, findings: syntaxErrorsOfStubbed(stubbed, source), suppressed: [], result: undefined };
  const broken = syntaxErrors(program, file, source);
  if (broken.length > 0) return { source, findings: broken, suppressed: [], result: undefined };
  const reach = options.resources === undefined ? undefined : resourceReach(program, options.resources);
  const acquires = reach?.has(file) === true;
  const analyse = options.force === true || acquires || linearReach(program).has(file);
  const comments = mentionsSuppression(file.text);
  if (!analyse && !comments) return { source, findings: [], suppressed: [], result: undefined };
  const parsed = parseFile(program, file, comments);
  if ("message" in parsed) {
    const { message, start, end } = parsed;
    const finding: Finding = { source, code: "TS1000", severity: "error", message, span: { start, end }, related: [] };
    return { source, findings: [finding], suppressed: [], result: undefined };
  }
  const result = analyse
    ? checkFile(
        parsed.ast,
        new TypescriptOracle(ts, program, parsed.node, acquires ? resourcesOf(ts, program, reach.table) : undefined),
        {
          ...options,
          anyDepth: true,
          lowerAll: options.force === true,
        },
      )
    : undefined;
  return {
    source,
    result,
    ...toFindings(program, source, result, comments ? (parsed.ast.comments ?? []) : [], options),
  };
}
