import type TypeScriptModule from "typescript";
import type { FileFacts } from "../../checker/query/file-facts.js";
import { functionUses } from "../../checker/query/function-uses.js";
import { lowerFile } from "../../checker/query/lower-file.js";
import { movesIn } from "../../checker/query/moves-in.js";
import { movesOf, stateAt } from "../../checker/query/state-at.js";
import type { GraphIndex } from "../../checker/dataflow/graph-index.js";
import type { HostFile } from "../source/host-file.js";
import { TypescriptOracle } from "../oracle/typescript-oracle.js";
import { parsePart } from "./parse-part.js";
import type { Unit } from "./split-file.js";
import { factsOfUnit, type FactsCache, shiftFacts, type UnitFacts } from "./unit-facts.js";

/**
 * The facts of one version of a file. Each question looks at no more functions than it has to: a position's at the one
 * around it, a list's at those that have changed since the list was last asked for.
 *
 * @param file the version
 * @param units its functions, each with the place for its facts; none when they can't be looked at one by one
 */
export function versionFacts(file: HostFile, units: readonly (Unit & { readonly cache: FactsCache })[]): FileFacts {
  const { sourceFile } = file;
  const unitStatements = new Set(units.map(({ statement }) => statement));
  const around = sourceFile.statements.filter((statement) => !unitStatements.has(statement));
  const graphs = new Map<Unit | undefined, readonly GraphIndex[]>();
  let lists: UnitFacts | undefined;

  const graphsAt = (offset: number): readonly GraphIndex[] => {
    const unit = units.find(({ start, end }) => start <= offset && offset <= end);
    let found = graphs.get(unit);
    if (found === undefined)
      graphs.set(
        unit,
        (found = lowered(file, unit === undefined ? around : sortedByPosition([...around, unit.statement]))),
      );
    return found;
  };
  const listed = (): UnitFacts => (lists ??= lookUp(file, units, around));
  return {
    stateAt: (offset) => stateAt(graphsAt(offset), offset),
    movesOf: (offset) => movesOf(graphsAt(offset), offset),
    get moves() {
      return listed().moves;
    },
    get functions() {
      return listed().functions;
    },
  };
}

function lookUp(
  file: HostFile,
  units: readonly (Unit & { readonly cache: FactsCache })[],
  around: readonly TypeScriptModule.Statement[],
): UnitFacts {
  const unknown = units.filter(({ cache }) => cache.facts === undefined);
  const part = parsed(file, sortedByPosition([...around, ...unknown.map(({ statement }) => statement)]));
  const found = { moves: movesIn(lowerFile(part.ast, part.oracle)), functions: functionUses(part.ast, part.oracle) };
  const kept = units.flatMap(({ cache, start }) => (cache.facts === undefined ? [] : [shiftFacts(cache.facts, start)]));
  for (const unit of unknown) unit.cache.facts = factsOfUnit(found, unit);
  const all = [found, ...kept];
  const byPosition = (
    a: { readonly span: { readonly start: number } },
    b: { readonly span: { readonly start: number } },
  ): number => a.span.start - b.span.start;
  return {
    moves: all.flatMap(({ moves }) => moves).sort(byPosition),
    functions: all.flatMap(({ functions }) => functions).sort(byPosition),
  };
}

function lowered(file: HostFile, statements: readonly TypeScriptModule.Statement[]): GraphIndex[] {
  const { ast, oracle } = parsed(file, statements);
  return lowerFile(ast, oracle);
}

function parsed(
  { ts, program, sourceFile }: HostFile,
  statements: readonly TypeScriptModule.Statement[],
): {
  readonly ast: ReturnType<typeof parsePart>["ast"];
  readonly oracle: TypescriptOracle;
} {
  const { ast, node } = parsePart(sourceFile, statements);
  return { ast, oracle: new TypescriptOracle(ts, program, node) };
}

function sortedByPosition(statements: TypeScriptModule.Statement[]): TypeScriptModule.Statement[] {
  return statements.sort((a, b) => a.pos - b.pos);
}
