import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath, type MovePath } from "../../ir/move-path.js";
import { NOTHING } from "../../oracle/type-facts.js";
import type { Binding } from "../../scope/binding.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import type { HandleValue } from "../builder/value.js";
import { fateOf, type Fate } from "../../ir/fate.js";
import { handleLocal, handleValue } from "../builder/handle.js";
import { CAPTURED } from "../../points-to/points-to.js";

/** A function that captured resources: it refers to the variables, and through them to what they hold now. */
export function closureHandle(
  b: FunctionBuilder,
  functions: readonly TSESTree.Node[],
  node: TSESTree.Node,
): HandleValue | undefined {
  if (!b.resources.active) return undefined;
  const captured = new Set(functions.flatMap((each) => b.context.pointsTo.capturedBy(each)));
  if (captured.size === 0) return undefined;
  const closure = b.newLocal("temporary", "closure", node, NOTHING, undefined);
  for (const binding of captured) {
    const local = handleLocal(b, binding);
    if (local === undefined) continue;
    b.emit({ kind: "alias", from: local.root, to: fieldPath(closure.root, CAPTURED + binding.name), node });
    // What is put into the variable from now on, the closure has a hand in.
    if (!b.resources.capturedBy.has(local)) b.resources.capturedBy.set(local, node);
  }
  const held = [...captured].flatMap((binding) =>
    b.context.pointsTo.of(binding).map(({ facts, path }) => ({ facts, path: [CAPTURED + binding.name, ...path] })),
  );
  return { ...handleValue(closure.root, held, node, "closure"), functions };
}

/** The variables that a closure value captured, each with the place in the closure that names what it holds. */
export function capturesIn(
  b: FunctionBuilder,
  value: HandleValue,
): { readonly binding: Binding; readonly place: MovePath; readonly fate: Fate | undefined }[] {
  const found = new Map<Binding, Fate | undefined>();
  for (const node of value.functions ?? []) {
    for (const binding of b.context.pointsTo.capturedBy(node)) {
      const fate = b.context.fates.get(node)?.get(binding);
      found.set(binding, found.has(binding) ? bothFates(found.get(binding), fate) : fate);
    }
  }
  return [...found].map(([binding, fate]) => ({
    binding,
    place: fieldPath(value.path, CAPTURED + binding.name),
    fate,
  }));
}

function bothFates(a: Fate | undefined, b: Fate | undefined): Fate | undefined {
  if (a === undefined || b === undefined) return undefined;
  return {
    releases: [...a.releases, ...b.releases],
    escapes: [...a.escapes, ...b.escapes],
    uses: [...a.uses, ...b.uses],
    pathIn: a.pathIn,
  };
}

/** What a lowered body does with each resource that it captured, for the bodies around it. */
export function capturedFates(b: FunctionBuilder): ReadonlyMap<Binding, Fate> {
  const fates = new Map<Binding, Fate>();
  for (const [binding, local] of b.resources.handles)
    if (local.kind === "capture") fates.set(binding, fateOf(b.blocks, local.root));
  return fates;
}
