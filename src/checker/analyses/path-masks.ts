import type { Local } from "../cfg/local.js";
import { isLeaf, type MovePath } from "../cfg/move-path.js";
import { emptyBits, setBit, type Bits } from "../solve/bits.js";

/** The sets of paths of one local that transfer functions work with. */
export class PathMasks {
  /** Paths that carry a duty of their own. */
  readonly leaves: Bits;
  readonly #subtree: Bits[];

  constructor(readonly local: Local) {
    const size = local.paths.length;
    this.leaves = emptyBits(size);
    this.#subtree = local.paths.map(() => emptyBits(size));
    // A path comes after its parent, so ancestors are found by walking up.
    for (const path of local.paths) {
      for (let at: MovePath | undefined = path; at !== undefined; at = at.parent) setBit(this.subtree(at), path.index);
      if (isLeaf(path) && !insideIndivisible(path)) setBit(this.leaves, path.index);
    }
  }

  /** The path and everything below it. */
  subtree(path: MovePath): Bits {
    return this.#subtree[path.index] ?? this.leaves;
  }
}

/** A field of a value with drop glue is not owed by itself: the whole is. */
function insideIndivisible(path: MovePath): boolean {
  for (let at = path.parent; at !== undefined; at = at.parent) if (at.facts.dropGlue) return true;
  return false;
}
