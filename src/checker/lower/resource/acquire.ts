import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath, type MovePath } from "../../ir/move-path.js";
import type { Resource } from "../../ir/resource.js";
import type { Acquisition } from "../../oracle/resource-oracle.js";
import type { CallNode } from "../../syntax/nodes.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { textOf } from "../builder/transfer.js";
import type { HandleValue } from "../builder/value.js";
import { handleLocal } from "../builder/handle.js";

/** Begins an obligation at a place. */
export function acquire(
  b: FunctionBuilder,
  { facts, reasons }: Acquisition,
  place: MovePath,
  node: TSESTree.Node,
  about: Pick<Resource, "name" | "owner" | "caughtOutside" | "receiver">,
): void {
  const resource: Resource = { ...about, id: b.resources.acquired.length, facts, node, place, reasons };
  b.resources.acquired.push(resource);
  b.emit({ kind: "acquire", place, resource, node });
}

/** What a call acquires as its result begins at a temporary of its own. */
export function acquireResult(
  b: FunctionBuilder,
  call: CallNode,
  acquisitions: readonly Acquisition[],
  result: MovePath,
): void {
  for (const acquisition of acquisitions) {
    const { what } = acquisition;
    if (what.kind !== "result") continue;
    acquire(b, acquisition, what.path.reduce(fieldPath, result), call, {
      name: calleeText(call),
      owner: "function",
      caughtOutside: false,
      receiver: receiverText(call),
    });
  }
}

/** `await client.connect()`: the receiver has to be released from now on. */
export function acquireReceiver(b: FunctionBuilder, acquisitions: readonly Acquisition[], receiver: HandleValue): void {
  for (const acquisition of acquisitions) {
    if (acquisition.what.kind !== "receiver") continue;
    acquire(b, acquisition, receiver.path, receiver.node, {
      name: receiver.text,
      owner: "function",
      caughtOutside: false,
      receiver: undefined,
    });
  }
}

/** Parameters, and for a summary `this`, that come with an obligation. */
export function acquireParameters(b: FunctionBuilder): void {
  if (!b.resources.active) return;
  for (const [binding, { acquisition, owner, caughtOutside }] of b.context.pointsTo.parameters) {
    const local = binding.body === b.body ? handleLocal(b, binding) : undefined;
    if (local === undefined) continue;
    const path = acquisition.what.kind === "result" ? acquisition.what.path : [];
    acquire(b, acquisition, path.reduce(fieldPath, local.root), binding.node, {
      name: binding.name,
      owner,
      caughtOutside,
      receiver: undefined,
    });
  }
}

/** What a call is made on, as written. */
export function receiverText(call: CallNode): string | undefined {
  return call.type === "CallExpression" && call.callee.type === "MemberExpression"
    ? textOf(call.callee.object)
    : undefined;
}

function calleeText(call: CallNode): string {
  if (call.type === "TaggedTemplateExpression") return textOf(call.tag);
  return call.type === "NewExpression" ? `new ${textOf(call.callee)}` : `${textOf(call.callee)}(..)`;
}
