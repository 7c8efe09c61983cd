/** The clauses in which the oracle says why something is not Send. */
export const oracleMessages = {
  taskBound: "bound to the task that created it",
  function: "a function can't be cloned",
  symbol: "a symbol can't be cloned",
  opaque: "nothing is known of what it holds",
  opaqueHelp: "take it as `Send<T>`, which asks every caller",
} as const;
