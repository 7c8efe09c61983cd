import { NOTHING, type TypeFacts } from "../oracle/type-facts.js";
import type { Local } from "./local.js";

/** The name of the path for "all elements that have no path of their own". */
export const REST = "*";

/**
 * A local or a field of one, to any depth: `p`, `p.a`, `p.pair.0`.
 *
 * Source: `rustc_mir_dataflow::move_paths`. As there, a path exists only for places that the function
 * mentions; its siblings are added by {@link expandLeaves} when a leak has to be told apart field by field.
 */
export interface MovePath {
  readonly index: number;
  readonly local: Local;
  readonly parent: MovePath | undefined;
  /** The field's name, or the local's for a root. */
  readonly name: string;
  readonly facts: TypeFacts;
  readonly children: MovePath[];
  /** As written: "p.pair[0]". */
  readonly text: string;
}

/** Makes a path and registers it with its local and parent. */
export function addPath(local: Local, parent: MovePath | undefined, name: string, facts: TypeFacts): MovePath {
  const path: MovePath = {
    index: local.paths.length,
    local,
    parent,
    name,
    facts,
    children: [],
    text:
      parent === undefined
        ? name
        : name.startsWith("__@")
          ? `${parent.text}[${name.slice(3).split("@")[0] ?? ""}]`
          : /^(\d+|\*)$/.test(name)
            ? `${parent.text}[${name}]`
            : `${parent.text}.${name}`,
  };
  local.paths.push(path);
  parent?.children.push(path);
  return path;
}

/** The path of a field, made when it is new. */
export function fieldPath(parent: MovePath, name: string): MovePath {
  for (const child of parent.children) if (child.name === name) return child;
  const facts = parent.facts.member(name);
  return addPath(parent.local, parent, name, facts);
}

/** The path for the elements that have none of their own, made when it is new. */
export function restPath(container: MovePath): MovePath {
  for (const child of container.children) if (child.name === REST) return child;
  return addPath(container.local, container, REST, {
    ...NOTHING,
    ownership: "owned",
    dropGlue: true,
    name: container.facts.name,
  });
}

/**
 * Adds the owned fields that nobody mentioned beside those that somebody did, so that every owed value
 * is a leaf: after `eat(p.a)` what is still owed is `p.b`.
 */
export function expandLeaves(local: Local): void {
  // `paths` grows while it is walked: new paths are leaves and need no expansion.
  for (const path of local.paths.slice()) {
    if (path.facts.dropGlue || !path.children.some((child) => child.facts.ownership === "owned")) continue;
    for (const name of path.facts.members) fieldPath(path, name);
    if (path.facts.container) restPath(path);
  }
}

/** Whether the value is owed as a whole at this path, not by its fields. */
export function isLeaf(path: MovePath): boolean {
  if (path.facts.ownership !== "owned") return false;
  return path.facts.dropGlue || !path.children.some((child) => child.facts.ownership === "owned");
}

/** Whether one path is the other, a part of it, or what it is part of. */
export function areRelated(a: MovePath, b: MovePath): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** Whether `inner` is `outer` or a part of it. */
export function isWithin(inner: MovePath, outer: MovePath): boolean {
  for (let at: MovePath | undefined = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/** What a path is a field of, at any depth, that has drop glue: the nearest first. */
export function dropGlueAround(path: MovePath): MovePath[] {
  const found: MovePath[] = [];
  for (let at = path.parent; at !== undefined; at = at.parent) if (at.facts.dropGlue) found.push(at);
  return found;
}
