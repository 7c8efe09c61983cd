import type TypeScript from "typescript";
import type { FunctionVariance } from "../../../checker/oracle/call-facts.js";
import type { TypeTable } from "../type-table.js";
import { parameterAt } from "./signature.js";

/** Parameters past this are not compared. */
const MAX_PARAMETERS = 8;

/**
 * How a function differs in ownership from the type of the place that it is put into. TypeScript compares parameters by
 * structure, in which a value and a reference to it are alike; rustc compares `fn(T)` with `fn(&T)` (E0308, E0053).
 *
 * @param own the function's type
 * @param expected the type of the parameter, variable, property or overridden method
 * @returns `undefined` when the two agree, or one of them has not exactly one signature
 */
export function functionVariance(
  table: TypeTable,
  own: TypeScript.Type,
  expected: TypeScript.Type,
): FunctionVariance | undefined {
  const { ts, checker } = table.context;
  const [from, ...others] = own.getCallSignatures();
  const [to, ...more] = checker.getNonNullableType(expected).getCallSignatures();
  if (from === undefined || to === undefined || others.length > 0 || more.length > 0) return undefined;
  let borrows: number | undefined;
  let takes: number | undefined;
  for (let index = 0; index < Math.min(from.parameters.length, MAX_PARAMETERS); index++) {
    const given = parameterAt(table.context, to, index)?.type;
    const wanted = parameterAt(table.context, from, index)?.type;
    if (given === undefined || wanted === undefined) continue;
    const gives = table.facts(given).ownership;
    const wants = table.facts(wanted).ownership;
    if (gives === "owned" && wants === "borrow") borrows ??= index;
    else if (gives === "borrow" && wants === "owned") takes ??= index;
  }
  const nothing = ts.TypeFlags.Void | ts.TypeFlags.Undefined;
  const dropsResult =
    (checker.getReturnTypeOfSignature(to).flags & nothing) !== 0 &&
    table.facts(checker.getReturnTypeOfSignature(from)).ownership === "owned";
  return borrows === undefined && takes === undefined && !dropsResult ? undefined : { borrows, takes, dropsResult };
}

/** Whether the first parameter of a function takes what it is given by value. */
export function takesFirst(table: TypeTable, type: TypeScript.Type): boolean {
  return type.getCallSignatures().some((signature) => {
    const first = parameterAt(table.context, signature, 0);
    return first !== undefined && table.facts(first.type).ownership === "owned";
  });
}
