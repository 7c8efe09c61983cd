import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath } from "../../ir/move-path.js";
import type { Binding } from "../../scope/binding.js";
import type { Body } from "../../scope/body.js";
import { BORROWING_CLOSURE, localOf, OWNING_CLOSURE } from "../builder/bindings.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { illegalMove, use } from "../builder/transfer.js";
import { NONE, type PlaceValue, type Value } from "../builder/value.js";
import { closureHandle } from "../resource/closure.js";
import { escape } from "../builder/handle.js";

/**
 * Creates a function value: what it captured by value is moved into it, what it captured by reference is
 * lent to it.
 *
 * Source: RFC 2229 (disjoint capture in closures), `rustc_hir_typeck::upvar`.
 */
export function closureValue(b: FunctionBuilder, node: TSESTree.Node): Value {
  const captures = b.context.captures.get(node) ?? [];
  const handle = closureHandle(b, [node], node);
  if (captures.length === 0) return handle ?? NONE;
  if (handle !== undefined) escape(b, handle, { kind: "closure", use: node }, node);
  const owning = captures.some(({ mode }) => mode === "move");
  const closure = b.temporary(node, owning ? OWNING_CLOSURE : BORROWING_CLOSURE, "closure");
  let owed = false;
  for (const capture of captures) {
    const local = localOf(b, capture.binding);
    if (local === undefined) continue;
    const path = capture.path.reduce(fieldPath, local.root);
    const value: PlaceValue = { kind: "place", path, facts: path.facts, node, text: path.text, computed: false };
    if (capture.mode === "borrow") {
      use(b, value, { kind: "capture", use: capture.use }, node, closure);
      continue;
    }
    const illegal = illegalMove(value);
    if (illegal !== undefined) {
      b.reportError(capture.use, illegal);
      continue;
    }
    b.emit({ kind: "move", place: path, reason: { kind: "capture", use: capture.use }, node });
    b.emit({ kind: "subset", from: local, to: closure, node });
    owed = true;
  }
  if (!owed) return { kind: "lent", loanHolder: closure, facts: BORROWING_CLOSURE, node };
  b.emit({ kind: "assign", place: closure.root, value: "owned", initial: true, node });
  return { kind: "place", path: closure.root, facts: OWNING_CLOSURE, node, text: "closure", computed: false };
}

/** A mention of a function declaration or a class: it may look at all that it reaches, whenever it is used. */
export function declaredFunction(b: FunctionBuilder, binding: Binding, node: TSESTree.Node): Value {
  // What lives as long as the module is not lent by anyone: a function at its top reaches nothing else.
  if (isModule(binding.body) && binding.body !== b.body) return NONE;
  const handle = binding.kind === "function" ? closureHandle(b, [...binding.functions], node) : undefined;
  let loanHolder;
  for (const outer of b.context.transitiveCaptures(binding)) {
    if (!encloses(outer.body, b.body)) continue;
    const local = localOf(b, outer);
    if (local === undefined || local.notOwned === "module") continue;
    loanHolder ??= b.temporary(node, BORROWING_CLOSURE, binding.name);
    const value: PlaceValue = {
      kind: "place",
      path: local.root,
      facts: local.facts,
      node,
      text: local.name,
      computed: false,
    };
    use(b, value, { kind: "capture", use: node }, node, loanHolder);
  }
  if (loanHolder === undefined) return handle ?? NONE;
  if (handle !== undefined) escape(b, handle, { kind: "closure", use: node }, node);
  return { kind: "lent", loanHolder, facts: BORROWING_CLOSURE, node };
}

function isModule({ node }: Body): boolean {
  return node.type === "Program";
}

function encloses(outer: Body, inner: Body): boolean {
  for (let body: Body | undefined = inner; body !== undefined; body = body.parent) if (body === outer) return true;
  return false;
}
