import type { TSESTree } from "@typescript-eslint/types";
import type { NotOwned, Local } from "../../ir/local.js";
import { NOTHING, type TypeFacts } from "../../oracle/type-facts.js";
import type { Binding } from "../../scope/binding.js";
import type { FunctionBuilder } from "./function-builder.js";

/** A function that owns what it captured: indivisible, called at most once. */
export const OWNING_CLOSURE: TypeFacts = {
  ...NOTHING,
  ownership: "owned",
  dropGlue: true,
  fnOnce: true,
  name: "closure",
};
/** A function that borrows what it captured. */
export const BORROWING_CLOSURE: TypeFacts = { ...NOTHING, ownership: "borrow", name: "closure" };

/** The local that a binding is in this body; `undefined` when it holds nothing to look after. */
export function localOf(b: FunctionBuilder, binding: Binding): Local | undefined {
  const table = b.table;
  if (table.has(binding)) return table.get(binding);
  const local = makeLocal(
    b,
    binding,
    trackedFacts(b, binding),
    binding.body === b.body ? undefined : whyNotOwned(b, binding),
  );
  table.set(binding, local);
  return local;
}

/** Begins the life of a variable of this body where it is declared; lent, it only borrows whatever its type says. */
export function declareLocal(
  b: FunctionBuilder,
  binding: Binding,
  node: TSESTree.Node,
  lent = false,
): Local | undefined {
  const table = b.table;
  let local = table.get(binding);
  if (!table.has(binding)) {
    const shared = binding.exported && outlivesBody(b);
    local = makeLocal(b, binding, trackedFacts(b, binding), lent ? "borrowed" : shared ? "module" : undefined);
    table.set(binding, local);
  }
  if (local === undefined) return undefined;
  if (binding.kind === "var") {
    // One storage for the whole function, however often the declaration is passed.
    if (!b.root.locals.includes(local)) b.root.locals.push(local);
    return local;
  }
  // What others may look at after the module body has run is not dropped at its end.
  if (outlivesBody(b) && (binding.exported || binding.captured)) b.emit({ kind: "storage-live", local, node });
  else b.live(local, node);
  return local;
}

/** Whether what is declared here can be looked at after the body has run: a module's. */
function outlivesBody({ body }: FunctionBuilder): boolean {
  return body.node.type === "Program" || body.node.type === "TSModuleBlock";
}

/** A binding's declared type, or what the functions it may hold make of it. */
function trackedFacts(b: FunctionBuilder, binding: Binding): TypeFacts {
  const facts = b.context.factsOf(binding);
  if (facts.ownership === "owned" || facts.ownership === "borrow" || facts.fnOnce) {
    return facts.fnOnce ? { ...OWNING_CLOSURE, name: facts.name } : facts;
  }
  if (binding.kind === "function" || binding.kind === "class") return NOTHING;
  let result = NOTHING;
  for (const node of binding.functions) {
    const captures = b.context.captures.get(node) ?? [];
    if (captures.some(({ mode }) => mode === "move")) return OWNING_CLOSURE;
    if (captures.length > 0) result = BORROWING_CLOSURE;
  }
  return result;
}

function whyNotOwned(b: FunctionBuilder, binding: Binding): NotOwned | undefined {
  const owner = binding.body.node.type;
  if (binding.kind === "import" || owner === "Program" || owner === "TSModuleBlock") return "module";
  return b.body.isClosure ? undefined : "captured";
}

function makeLocal(
  b: FunctionBuilder,
  binding: Binding,
  facts: TypeFacts,
  notOwned: NotOwned | undefined,
): Local | undefined {
  if (facts.ownership !== "owned" && facts.ownership !== "borrow") return undefined;
  const outer = binding.body !== b.body;
  const kind = outer
    ? "capture"
    : binding.kind === "this"
      ? "this"
      : binding.kind === "parameter"
        ? "parameter"
        : "variable";
  const owner = binding.kind === "import" ? "module" : notOwned;
  const endsHere =
    binding.kind === "this" && facts.ownership === "owned" && b.context.scopes.dropGlue.has(binding.node);
  const local = b.newLocal(
    kind,
    binding.name,
    binding.node,
    facts,
    facts.ownership === "borrow" ? "borrowed" : owner,
    binding.kind === "using",
    endsHere,
  );
  if (binding.constKeyword !== undefined && !binding.captured && !binding.exported)
    local.constKeyword = binding.constKeyword;
  if (outer) {
    b.captured.set(local, binding);
    b.root.locals.push(local);
  }
  return local;
}
