import type TypeScript from "typescript";
import { inDefaultLibrary, ownerName } from "../declared-where.js";
import type { Call } from "./callee.js";
import type { ResourceProgram } from "./resource-program.js";

/** The library's interfaces whose methods call what they are given before they return, and keep nothing of it. */
const INSIDE: ReadonlySet<string> = new Set([
  "Array",
  "ReadonlyArray",
  "Map",
  "ReadonlyMap",
  "Set",
  "ReadonlySet",
  "ArrayConstructor",
  "ObjectConstructor",
  "String",
  "PromiseConstructor",
]);

/** Whether a function argument is only called while the call runs. */
export function callsInside({ context }: ResourceProgram, call: Call, _index: number): boolean {
  const { checker, program } = context;
  const declaration = checker.getResolvedSignature(call)?.getDeclaration() as TypeScript.Node | undefined;
  if (!inDefaultLibrary(program, declaration)) return false;
  return INSIDE.has(ownerName(declaration) ?? "");
}
