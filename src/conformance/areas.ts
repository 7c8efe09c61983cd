/** What a misuse is about, in the order the matrix lists them. */
export const misuseAreas = [
  "double commit",
  "use after move",
  "closures",
  "callbacks",
  "async and generators",
  "destructuring and partial moves",
  "re-initialisation",
  "borrow then consume",
  "alias",
  "containers",
  "leaks",
  "unchecked errno",
  "wrong resource",
  "forging",
  "spreading",
  "casting",
  "any, unknown and never",
  "task escape",
  "mixing two tasks",
  "Send",
  "batch length",
] as const;

/** What a valid use is about, in the order the matrix lists them. */
export const validAreas = [
  "straight line",
  "branches",
  "loops",
  "re-initialisation",
  "exceptions",
  "functions",
  "borrows",
  "places",
  "refinement",
  "containers",
  "closures",
  "async and generators",
  "files",
  "batch",
  "scopes",
  "Send",
  "own types",
] as const;

/** The areas of the misuses or of the valid uses. */
export function areasOf(kind: "misuse" | "valid"): readonly Area[] {
  return kind === "misuse" ? misuseAreas : validAreas;
}

/** What a case is about. */
export type Area = (typeof misuseAreas)[number] | (typeof validAreas)[number];
