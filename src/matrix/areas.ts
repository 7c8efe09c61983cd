/** What a case is about, in the order the matrix lists them. */
export const areas = [
  // misuse
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
  // valid use
  "straight line",
  "branches",
  "loops",
  "exceptions",
  "functions",
  "borrows",
  "places",
  "refinement",
  "files",
  "batch",
  "scopes",
  "own types",
] as const;

/** One of {@link areas}. */
export type Area = (typeof areas)[number];
