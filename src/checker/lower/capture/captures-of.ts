import type { TSESTree } from "@typescript-eslint/types";
import { getOrInsert } from "../../collections/get-or-insert.js";
import type { Local } from "../../ir/local.js";
import type { MovePath } from "../../ir/move-path.js";
import type { Binding } from "../../scope/binding.js";
import type { Capture } from "../../ir/capture.js";
import type { FunctionBuilder } from "../builder/function-builder.js";

interface Found {
  readonly path: MovePath;
  mode: Capture["mode"];
  use: TSESTree.Node;
}

/**
 * What a lowered body captures from outside: for each outer binding the shortest paths that cover its uses,
 * by value where one of the covered uses moves.
 *
 * Source: RFC 2229; `rustc_hir_typeck::upvar::compute_min_captures`.
 */
export function capturesOf(b: FunctionBuilder): Capture[] {
  const found = new Map<Local, Map<MovePath, Found>>();
  const add = (path: MovePath, mode: Capture["mode"], use: TSESTree.Node): void => {
    if (path.local.kind !== "capture") return;
    const paths = getOrInsert(found, path.local, () => new Map<MovePath, Found>());
    const known = getOrInsert(paths, path, () => ({ path, mode, use }));
    if (mode === "move" && known.mode === "borrow") Object.assign(known, { mode, use });
  };
  for (const block of b.blocks) {
    for (const instruction of block.instructions) {
      switch (instruction.kind) {
        case "move":
          add(instruction.place, "move", instruction.node);
          break;
        case "use":
        case "assign":
        case "insert":
          add(instruction.place, "borrow", instruction.node);
          break;
        default:
      }
    }
  }
  const captures: Capture[] = [];
  for (const [local, paths] of found) {
    const binding = b.captured.get(local);
    if (binding !== undefined) captures.push(...shortest(binding, paths));
  }
  return captures;
}

function shortest(binding: Binding, paths: ReadonlyMap<MovePath, Found>): Capture[] {
  const covering = new Map<MovePath, Found>();
  for (const found of paths.values()) {
    let top = found.path;
    for (let at = found.path.parent; at !== undefined; at = at.parent) if (paths.has(at)) top = at;
    const known = getOrInsert(covering, top, () => ({ ...found, path: top }));
    if (found.mode === "move" && known.mode === "borrow") Object.assign(known, { mode: found.mode, use: found.use });
  }
  const ordered = [...covering.values()].sort((a, b) => compareFields(a.path, b.path));
  return ordered.map(({ path, mode, use }) => ({ binding, path: namesOf(path), mode, use }));
}

/** Captures of one variable are made in the order of its fields. */
function compareFields(a: MovePath, b: MovePath): number {
  const [left, right] = [lineage(a), lineage(b)];
  for (let depth = 1; depth < Math.min(left.length, right.length); depth++) {
    const [from, to, owner] = [left[depth], right[depth], left[depth - 1]];
    if (from === undefined || to === undefined || owner === undefined || from === to) continue;
    const position = (path: MovePath): number => {
      const at = owner.facts.members.indexOf(path.name);
      return at === -1 ? Infinity : at;
    };
    const [first, second] = [position(from), position(to)];
    return first === second ? 0 : first - second;
  }
  return 0;
}

function lineage(path: MovePath): MovePath[] {
  const paths: MovePath[] = [];
  for (let at: MovePath | undefined = path; at !== undefined; at = at.parent) paths.unshift(at);
  return paths;
}

function namesOf(path: MovePath): string[] {
  const names: string[] = [];
  for (let at = path; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names;
}
