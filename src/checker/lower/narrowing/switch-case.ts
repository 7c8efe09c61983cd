import type { TSESTree } from "@typescript-eslint/types";
import type { Test } from "../../oracle/refinement.js";
import { memberName } from "../../syntax/member-name.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { aliasedReferences } from "./aliased-condition.js";
import type { NarrowedReference } from "./narrowed-reference.js";
import { placeOf, withoutCasts } from "./place-of.js";

/**
 * The places that a `case` says something about where it matches.
 *
 * @example
 * // switch (r.kind) { case "open": ... }        r, of which `kind` equals "open"; and r.kind
 * // switch (typeof c) { case "object": ... }    c, whose `typeof` is "object"
 */
export function caseReferences(
  b: FunctionBuilder,
  discriminant: TSESTree.Expression,
  test: TSESTree.Expression,
): NarrowedReference[] {
  const name = literalText(test);
  return references(
    b,
    discriminant,
    (property) => ({ kind: "equals", ...named(property), other: test, loose: false }),
    {
      ofTypeof: name === undefined ? undefined : { kind: "typeof", name },
    },
  );
}

/** The places that a `switch` says something about where none of its cases match: on the way to `default`, or past it. */
export function defaultReferences(
  b: FunctionBuilder,
  discriminant: TSESTree.Expression,
  tests: readonly TSESTree.Expression[],
): NarrowedReference[] {
  return references(b, discriminant, (property) => ({ kind: "none-of", ...named(property), others: tests }), {
    ofTypeof: { kind: "typeof-none-of", names: tests.flatMap((test) => literalText(test) ?? []) },
  });
}

/** `switch (true)`: each `case` is a condition of its own, and the first that holds decides. */
export function constantCondition(discriminant: TSESTree.Expression): boolean | undefined {
  const bare = withoutCasts(discriminant);
  return bare.type === "Literal" && typeof bare.value === "boolean" ? bare.value : undefined;
}

function references(
  b: FunctionBuilder,
  discriminant: TSESTree.Expression,
  test: (property: string | undefined) => Test,
  { ofTypeof }: { readonly ofTypeof: Test | undefined },
): NarrowedReference[] {
  const found: NarrowedReference[] = [];
  const add = (expression: TSESTree.Expression, said: Test, aliases: boolean): void => {
    const path = placeOf(b, expression);
    if (path?.facts.ownership === "owned") found.push({ path, expression, test: said, inverted: false });
    if (aliases) for (const other of aliasedReferences(b, expression, said)) found.push({ ...other, inverted: false });
  };
  const bare = withoutCasts(discriminant);
  if (bare.type === "UnaryExpression" && bare.operator === "typeof") {
    if (ofTypeof !== undefined) add(withoutCasts(bare.argument), ofTypeof, true);
    return found;
  }
  add(bare, test(undefined), true);
  if (bare.type === "MemberExpression") {
    const property = memberName(bare);
    if (property !== undefined) add(bare.object, test(property), false);
  }
  return found;
}

function literalText(node: TSESTree.Expression): string | undefined {
  const bare = withoutCasts(node);
  return bare.type === "Literal" && typeof bare.value === "string" ? bare.value : undefined;
}

function named(property: string | undefined): { readonly property?: string } {
  return property === undefined ? {} : { property };
}
