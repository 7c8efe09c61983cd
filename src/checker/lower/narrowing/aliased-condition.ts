import type { TSESTree } from "@typescript-eslint/types";
import type { MovePath } from "../../ir/move-path.js";
import type { Test } from "../../oracle/refinement.js";
import type { Binding } from "../../scope/binding.js";
import { patternParts } from "../../scope/pattern-parts.js";
import { localOf } from "../builder/bindings.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { memberName } from "../../syntax/member-name.js";
import type { NarrowedReference } from "./narrowed-reference.js";
import { isConstant, placeOf, withoutCasts } from "./place-of.js";

/** A name that is written to more often than this is not followed: each test of it would look at all of them. */
const MAX_VALUES = 16;

type AliasedReference = Omit<NarrowedReference, "inverted">;

/** What a test of a name says of other places: of what it was destructured with, of what it was taken out of. */
export function aliasedReferences(b: FunctionBuilder, expression: TSESTree.Expression, test: Test): AliasedReference[] {
  const name = expression.type === "AssignmentExpression" ? expression.left : expression;
  const binding = name.type === "Identifier" ? b.context.scopes.bindingOf.get(name) : undefined;
  if (binding === undefined) return [];
  return [
    ...aliasedByPart(b, binding, test),
    ...aliasedByProperty(b, binding, test),
    ...aliasedByElement(b, binding, expression, test),
  ];
}

/** `const { done, value } = step; if (done) ...`: a test of `done` is one of `step.done`, and of what `value` may be. */
function aliasedByPart(b: FunctionBuilder, binding: Binding, test: Test): AliasedReference[] {
  const { part } = binding;
  if (
    part === undefined ||
    binding.reassigned ||
    !("property" in test || isAboutValue(test)) ||
    propertyOf(test) !== undefined
  )
    return [];
  const { pattern, source, key } = part;
  const derived = { ...test, property: key } as Test;
  const found: AliasedReference[] = [];
  const path = source === undefined || !isConstant(b, source) ? undefined : placeOf(b, source);
  if (source !== undefined && path?.facts.ownership === "owned")
    found.push({ path, expression: source, test: derived });
  for (const other of patternParts(pattern, source)) {
    const sibling = b.context.scopes.bindingOf.get(other.name);
    if (sibling === undefined || sibling === binding || sibling.reassigned) continue;
    const local = localOf(b, sibling);
    if (local?.facts.ownership === "owned")
      found.push({ path: local.root, expression: source ?? pattern, test: derived, member: other.part.key });
  }
  return found;
}

/** `const kind = x.kind; if (kind === "a") ...`: a test of `kind` is one of `x.kind`. */
function aliasedByProperty(b: FunctionBuilder, { kind, initial }: Binding, test: Test): AliasedReference[] {
  if (kind !== "const" || initial?.type !== "MemberExpression" || !isAboutValue(test) || propertyOf(test) !== undefined)
    return [];
  const property = memberName(initial);
  const path = property === undefined || !isConstant(b, initial.object) ? undefined : placeOf(b, initial.object);
  if (path?.facts.ownership !== "owned" || path.parent !== undefined) return [];
  return [{ path, expression: initial.object, test: { ...test, property } as Test }];
}

function isAboutValue({ kind }: Test): boolean {
  return kind === "truthy" || kind === "equals" || kind === "none-of" || kind === "typeof" || kind === "typeof-none-of";
}

function propertyOf(test: Test): string | undefined {
  return "property" in test ? test.property : undefined;
}

/**
 * `const x = list.pop(); if (x === undefined) ...`: where nothing came out, nothing is in it.
 *
 * The name has to hold what came out of that one list and nothing else. What is put back between the call and the test
 * is not seen.
 */
function aliasedByElement(
  b: FunctionBuilder,
  binding: Binding,
  expression: TSESTree.Expression,
  test: Test,
): AliasedReference[] {
  if (expression.type !== "AssignmentExpression" && binding.initial === undefined) return [];
  const { values } = binding;
  if (values.length > MAX_VALUES) return [];
  let list: MovePath | undefined;
  for (const value of values) {
    const path = emptiedBy(b, value);
    if (path === undefined || (list !== undefined && path !== list)) return [];
    list = path;
  }
  return list === undefined ? [] : [{ path: list, expression, test }];
}

/** The list that is empty if a call returns nothing. */
function emptiedBy(b: FunctionBuilder, value: TSESTree.Expression): MovePath | undefined {
  const call = withoutCasts(value);
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression" || call.callee.optional)
    return undefined;
  if (b.context.oracle.call(call).nothingMeansEmpty !== true || !isConstant(b, call.callee.object)) return undefined;
  const path = placeOf(b, call.callee.object);
  return path?.facts.container === true ? path : undefined;
}
