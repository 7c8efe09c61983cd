import type TypeScript from "typescript";
import type { ResourceTable } from "../../checker/oracle/resource-spec.js";
import { ResourceProgram } from "../oracle/resources/resource-program.js";
import { oracleContext, TypescriptOracle } from "../oracle/typescript-oracle.js";
import { FunctionSummaries } from "./function-summaries.js";

const programs = new WeakMap<TypeScript.Program, WeakMap<ResourceTable, ResourceProgram>>();

/**
 * A table prepared for the files of a program, once.
 *
 * @param ts the module that made the program
 * @param table see `ResourceReach.table`: without what the program does not have
 */
export function resourcesOf(ts: typeof TypeScript, program: TypeScript.Program, table: ResourceTable): ResourceProgram {
  let tables = programs.get(program);
  if (tables === undefined) programs.set(program, (tables = new WeakMap<ResourceTable, ResourceProgram>()));
  let found = tables.get(table);
  if (found === undefined) {
    const context = oracleContext(ts, program);
    const summaries = new FunctionSummaries(
      context,
      (node) => new TypescriptOracle(ts, program, node, resourcesOf(ts, program, table)),
    );
    tables.set(table, (found = new ResourceProgram(context, table, summaries)));
  }
  return found;
}
