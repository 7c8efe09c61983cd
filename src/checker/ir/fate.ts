import type { TSESTree } from "@typescript-eslint/types";
import type { Block } from "./block.js";
import { isWithin, type MovePath } from "./move-path.js";
import type { Escape, Release } from "./resource.js";

/**
 * What a body does, on some way, with the resource that comes to it in one of its variables.
 *
 * Some way is enough: who releases something on one way and forgets it on another is told so in that body, not at each call.
 */
export interface Fate {
  readonly releases: readonly Release[];
  readonly escapes: readonly Escape[];
  /** Something is done with it. */
  readonly uses: readonly TSESTree.Node[];
  /** Where in what a place names the resource is. */
  readonly pathIn: (place: MovePath) => readonly string[];
}

/** Follows a place through a body, whatever the order of the instructions. */
export function fateOf(blocks: readonly Block[], place: MovePath): Fate {
  const named = new Set<MovePath>([place]);
  const isNamed = (path: MovePath): boolean => {
    for (const each of named) if (isWithin(each, path)) return true;
    return false;
  };
  const instructions = blocks.flatMap((block) => block.instructions);
  for (let before = -1; before < named.size;) {
    before = named.size;
    for (const instruction of instructions)
      if (instruction.kind === "alias" && isNamed(instruction.from)) named.add(instruction.to);
  }
  return {
    releases: instructions.flatMap((each) => (each.kind === "release" && isNamed(each.place) ? [each] : [])),
    escapes: instructions.flatMap((each) => (each.kind === "escape" && isNamed(each.place) ? [each] : [])),
    uses: instructions.flatMap((each) => (each.kind === "operate" && isNamed(each.place) ? [each.node] : [])),
    pathIn: (outer) => {
      for (const each of named) if (isWithin(each, outer)) return namesBelow(each, outer);
      return [];
    },
  };
}

/** The names that lead from one place to a part of it. */
export function namesBelow(inner: MovePath, outer: MovePath): string[] {
  const names: string[] = [];
  for (let at: MovePath | undefined = inner; at !== undefined && at !== outer; at = at.parent) names.unshift(at.name);
  return names;
}
