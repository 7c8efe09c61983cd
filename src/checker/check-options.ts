/** What a host may ask of the core. */
export interface CheckOptions {
  /** Report MC1002: a consumer called where tsc can't see it. Off by default. */
  readonly tscVisible?: boolean;
  /** Lower every body, those too that hold nothing linear: to try the lowering on other people's code. */
  readonly lowerAll?: boolean;
  /** Model code however deeply it nests; the caller copes with the RangeError when the stack overflows. */
  readonly anyDepth?: boolean;
  /** Assert the invariants of every graph after lowering: for tests. */
  readonly validateGraphs?: boolean;
}
