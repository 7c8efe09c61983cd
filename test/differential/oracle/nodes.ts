import { fieldsOf, isLinearItself, type OwnedType } from "../language/owned-type.js";
import type { Place } from "../language/place.js";
import type { Variable } from "../language/variable.js";

/** A place that can be initialised or moved: a variable or one of its fields. */
export interface Node {
  readonly index: number;
  readonly root: string;
  readonly path: readonly string[];
  readonly type: OwnedType | "closure";
  readonly parent?: Node;
  readonly children: readonly Node[];
  /** This node and everything inside it. */
  readonly subtree: readonly number[];
  /** Whether a value left here is owed as a whole: it is linear itself, and in nothing that is. */
  readonly owed: boolean;
}

/** All nodes of a function's variables; a reference variable has none. */
export class Nodes {
  readonly all: readonly Node[];
  readonly #byPlace: ReadonlyMap<string, Node>;

  constructor(variables: ReadonlyMap<string, Variable>, consumingClosures: ReadonlySet<string>) {
    const all: Node[] = [];
    const byPlace = new Map<string, Node>();
    const add = (
      root: string,
      path: readonly string[],
      type: OwnedType | "closure",
      parent: Node | undefined,
      inGlue: boolean,
    ): Node => {
      const children: Node[] = [];
      const subtree: number[] = [all.length];
      const linear = type === "closure" || isLinearItself(type);
      const node: Node = {
        index: all.length,
        root,
        path,
        type,
        children,
        subtree,
        owed: linear && !inGlue,
        ...(parent ? { parent } : {}),
      };
      all.push(node);
      byPlace.set([root, ...path].join("."), node);
      for (const field of type === "closure" ? [] : fieldsOf[type]) {
        const child = add(root, [...path, field.name], field.type, node, inGlue || linear);
        children.push(child);
        subtree.push(...child.subtree);
      }
      return node;
    };
    for (const [name, variable] of variables) {
      if (variable.kind === "value") add(name, [], variable.type, undefined, false);
      else if (consumingClosures.has(name)) add(name, [], "closure", undefined, false);
    }
    this.all = all;
    this.#byPlace = byPlace;
  }

  /** The node of a place; undefined for references and what is behind them. */
  of(place: Place): Node | undefined {
    return this.#byPlace.get([place.root, ...place.path].join("."));
  }
}

/** The nodes around a node, nearest first. */
export function ancestors(node: Node): readonly Node[] {
  return node.parent ? [node.parent, ...ancestors(node.parent)] : [];
}
