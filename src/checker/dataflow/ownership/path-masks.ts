import { emptyBits, setBit, type Bits } from "../../graph/bits.js";
import type { Local } from "../../ir/local.js";
import { dropGlueAround, isLeaf, type MovePath } from "../../ir/move-path.js";

/** The sets of paths of one local that transfer functions work with. */
export class PathMasks {
  /** Paths that may hold an obligation: the smallest parts, and the values that can't be taken apart. */
  readonly leaves: Bits;
  /** Of these, the ones with an obligation of their own; a field of a value with drop glue goes with the whole. */
  readonly obligations: Bits;
  readonly #subtree: Bits[];

  constructor(readonly local: Local) {
    const size = local.paths.length;
    this.leaves = emptyBits(size);
    this.obligations = emptyBits(size);
    this.#subtree = local.paths.map(() => emptyBits(size));
    // A path comes after its parent, so ancestors are found by walking up.
    for (const path of local.paths) {
      for (let at: MovePath | undefined = path; at !== undefined; at = at.parent) setBit(this.subtree(at), path.index);
      if (!isLeaf(path)) continue;
      setBit(this.leaves, path.index);
      if (dropGlueAround(path).length === 0) setBit(this.obligations, path.index);
    }
  }

  /** The path and everything below it. */
  subtree(path: MovePath): Bits {
    return this.#subtree[path.index] ?? this.leaves;
  }
}
