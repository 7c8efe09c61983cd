/** A variable or a field of it, at any depth. */
export interface Place {
  readonly root: string;
  readonly path: readonly string[];
}

/** The place of a whole variable. */
export function whole(root: string): Place {
  return { root, path: [] };
}
