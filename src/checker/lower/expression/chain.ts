import type { TSESTree } from "@typescript-eslint/types";
import type { Block } from "../../ir/block.js";
import { lowerCall, lowerTaggedTemplate } from "./call/call.js";
import { lowerExpression, lowerName, readExpression, type ExpectedUse } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { project } from "./member.js";
import { openJoin, type Join } from "./join.js";
import { isTaken } from "../builder/lent/take.js";
import { takeOut } from "../builder/lent/take-out.js";
import { read } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";

type Link =
  | TSESTree.CallExpression
  | TSESTree.MemberExpression
  | TSESTree.TaggedTemplateExpression
  | TSESTree.ChainExpression
  | TSESTree.TSNonNullExpression;

/** A member access whose call comes next: its object is the receiver. */
interface Pending {
  readonly object: Value;
  readonly member: TSESTree.MemberExpression;
}

/**
 * Lowers `a.b().c?.d()` from the inside out with a list instead of recursion, so that a chain of any
 * length costs no stack. The object of a called member is its receiver.
 */
export function lowerChain(b: FunctionBuilder, node: TSESTree.Expression, expectedUse: ExpectedUse): Value {
  const { links, base } = unroll(node);
  let value: Value = base.type === "Super" ? lowerSuper(b, base, links) : lowerExpression(b, base, "borrow");
  let receiver: Pending | undefined;
  let join: Join | undefined;
  for (let link = links.pop(); link !== undefined; link = links.pop()) {
    if ((link.type === "MemberExpression" || link.type === "CallExpression") && link.optional) {
      join ??= openJoin(b, outerChain(links) ?? node, expectedUse);
      shortCircuit(b, receiver?.object ?? value, link, join);
    }
    switch (link.type) {
      case "MemberExpression":
        if (isCalled(links)) {
          receiver = { object: value, member: link };
          if (link.computed) readExpression(b, link.property);
        } else {
          value = project(b, value, link);
          if (isTaken(b, value)) value = takeOut(b, value);
        }
        break;
      case "CallExpression":
        value = lowerCall(b, link, value, receiver);
        receiver = undefined;
        break;
      case "TaggedTemplateExpression":
        value = lowerTaggedTemplate(b, link, value, receiver?.object);
        receiver = undefined;
        break;
      case "TSNonNullExpression":
        if (value.kind === "place" && receiver === undefined)
          value = { ...value, facts: b.context.oracle.typeOf(link) };
        break;
      case "ChainExpression":
        if (join !== undefined) {
          join.arrive(value, link.expression);
          value = join.close();
          join = undefined;
        }
        break;
      default:
    }
  }
  return value;
}

/** `super.close()`: the receiver is `this`; `super(...)` has none yet. */
function lowerSuper(b: FunctionBuilder, node: TSESTree.Super, links: readonly Link[]): Value {
  return links.at(-1)?.type === "MemberExpression" ? lowerName(b, node) : NONE;
}

function unroll(node: TSESTree.Expression): { readonly links: Link[]; readonly base: TSESTree.Expression } {
  const links: Link[] = [];
  let base = node;
  for (;;) {
    switch (base.type) {
      case "CallExpression":
        links.push(base);
        base = base.callee;
        break;
      case "MemberExpression":
        links.push(base);
        base = base.object;
        break;
      case "TaggedTemplateExpression":
        links.push(base);
        base = base.tag;
        break;
      case "ChainExpression":
      case "TSNonNullExpression":
        links.push(base);
        base = base.expression;
        break;
      case "TSInstantiationExpression":
        base = base.expression;
        break;
      default:
        return { links, base };
    }
  }
}

/** Whether the next link outwards, past `!`, calls this member. */
function isCalled(outer: readonly Link[]): boolean {
  const link = outer.findLast((at) => at.type !== "TSNonNullExpression");
  return link?.type === "CallExpression" || link?.type === "TaggedTemplateExpression";
}

function outerChain(outer: readonly Link[]): TSESTree.Expression | undefined {
  return outer.findLast((link): link is TSESTree.ChainExpression => link.type === "ChainExpression");
}

/** `?.`: on the way where the value is nullish it holds nothing. */
function shortCircuit(b: FunctionBuilder, value: Value, link: TSESTree.Node, join: Join): void {
  const present: Block = b.newBlock();
  const absent: Block = b.newBlock();
  read(b, value, link);
  b.branch(link, present, absent);
  b.start(absent);
  if (value.kind === "place" && !value.computed) b.emit({ kind: "assume-empty", place: value.path, node: link });
  if (value.kind === "handle") b.emit({ kind: "assume-absent", place: value.path, node: link });
  join.arrive(NONE, link);
  b.start(present);
}
