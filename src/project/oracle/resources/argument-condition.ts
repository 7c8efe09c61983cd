import type TypeScript from "typescript";
import type { ArgumentCondition } from "../../../checker/oracle/resource-spec.js";
import type { Call } from "./callee.js";

/** Whether a call's arguments are as an entry wants them. */
export function holds(
  ts: typeof TypeScript,
  call: Call,
  when: ArgumentCondition | undefined,
  unless: ArgumentCondition | undefined,
): boolean {
  return (when === undefined || isMet(ts, call, when)) && (unless === undefined || !isMet(ts, call, unless));
}

function isMet(ts: typeof TypeScript, call: Call, { argument, property, equals }: ArgumentCondition): boolean {
  let value: TypeScript.Expression | undefined = call.arguments?.[argument];
  if (property !== undefined) {
    if (value === undefined || !ts.isObjectLiteralExpression(value)) return false;
    const found = value.properties.find((each) => each.name?.getText() === property);
    value = found !== undefined && ts.isPropertyAssignment(found) ? found.initializer : undefined;
  }
  if (value === undefined) return equals === null;
  switch (value.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return equals === true;
    case ts.SyntaxKind.FalseKeyword:
      return equals === false;
    case ts.SyntaxKind.NullKeyword:
      return equals === null;
    default:
      return ts.isStringLiteralLike(value) || ts.isNumericLiteral(value) ? value.text === String(equals) : false;
  }
}
