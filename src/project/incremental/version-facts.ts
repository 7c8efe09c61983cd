import type { TSESTree } from "@typescript-eslint/types";
import type TypeScriptModule from "typescript";
import type { FunctionAnalysis } from "../../checker/analysis/function-analysis.js";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";
import { analyseFunctions } from "../../checker/pipeline.js";
import type { FileFacts } from "../../checker/query/file-facts.js";
import { functionUses } from "../../checker/query/function-uses.js";
import { movesIn, movesOf } from "../../checker/query/moves-in.js";
import { stateAt } from "../../checker/query/place-state.js";
import { bySpan, isWithinSpan } from "../../checker/syntax/span.js";
import { TypescriptOracle } from "../oracle/typescript-oracle.js";
import type { HostFile } from "../source/host-file.js";
import type { PlannedUnit } from "./file-memory.js";
import { parsePart } from "../source/parse-part.js";
import type { UnitFacts } from "./unit-facts.js";

/** A part of a file, and the functions in it. */
interface AnalysedPart {
  readonly ast: TSESTree.Program;
  readonly analyses: readonly FunctionAnalysis[];
}

/**
 * The facts of one version of a file, from the analyses that its check has made. Only what the check kept from the version before
 * is analysed again when it is asked about: of a position the function around it, for a list the functions that the list was
 * never asked for.
 *
 * @param file the version
 * @param units its functions; none when they can't be looked at one by one
 * @param checked all of the file but the units that were kept
 */
export function versionFacts(file: HostFile, units: readonly PlannedUnit[], checked: AnalysedPart): FileFacts {
  const statements = new Set(units.map(({ statement }) => statement));
  const around = file.sourceFile.statements.filter((statement) => !statements.has(statement));
  const keptUnits = new Map<PlannedUnit, readonly FunctionAnalysis[]>();
  let lists: UnitFacts | undefined;

  const analysesAt = (offset: number): readonly FunctionAnalysis[] => {
    const unit = units.find(({ start, end }) => start <= offset && offset <= end);
    if (unit?.kept === undefined) return checked.analyses;
    return getOrInsert(keptUnits, unit, () => analyse(file, [...around, unit.statement]).analyses);
  };
  const listed = (): UnitFacts => (lists ??= listFacts(file, units, around, checked));
  return {
    stateAt: (offset) => stateAt(analysesAt(offset), offset),
    movesOf: (offset) => movesOf(analysesAt(offset), offset),
    get moves() {
      return listed().moves;
    },
    get functions() {
      return listed().functions;
    },
  };
}

function listFacts(
  file: HostFile,
  units: readonly PlannedUnit[],
  around: readonly TypeScriptModule.Statement[],
  checked: AnalysedPart,
): UnitFacts {
  const found = factsOf(checked);
  for (const unit of units) if (unit.kept === undefined) unit.facts.put(found, unit);
  const unknown = units.filter(({ facts, start }) => facts.at(start) === undefined);
  if (unknown.length > 0) {
    const missing = factsOf(analyse(file, [...around, ...unknown.map(({ statement }) => statement)]));
    for (const unit of unknown) unit.facts.put(missing, unit);
  }
  const isOutside = ({ span }: UnitFacts["moves"][number] | UnitFacts["functions"][number]): boolean =>
    !units.some((unit) => isWithinSpan(span, unit));
  const inUnits = units.flatMap(({ facts, start }) => facts.at(start) ?? []);
  return {
    moves: [...found.moves.filter(isOutside), ...inUnits.flatMap(({ moves }) => moves)].sort(bySpan),
    functions: [...found.functions.filter(isOutside), ...inUnits.flatMap(({ functions }) => functions)].sort(bySpan),
  };
}

function factsOf({ ast, analyses }: AnalysedPart): UnitFacts {
  return { moves: movesIn(analyses), functions: functionUses(ast, analyses) };
}

function analyse(
  { ts, program, sourceFile, options = {} }: HostFile,
  statements: readonly TypeScriptModule.Statement[],
): AnalysedPart {
  const { ast, node } = parsePart(
    sourceFile,
    [...statements].sort((a, b) => a.pos - b.pos),
  );
  return { ast, analyses: [...analyseFunctions(ast, new TypescriptOracle(ts, program, node), options)] };
}
