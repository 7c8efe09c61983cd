/** A variable or a field of it, at any depth. */
export interface Place {
  readonly root: string;
  readonly path: readonly string[];
}

/** The place of a whole variable. */
export function whole(root: string): Place {
  return { root, path: [] };
}

/** Whether one of the two places contains the other. */
export function overlap(left: Place, right: Place): boolean {
  return left.root === right.root && left.path.every((name, at) => at >= right.path.length || right.path[at] === name);
}
