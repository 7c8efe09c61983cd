/** What a host may ask of the core. */
export interface CheckOptions {
  /** Report MC1002: a consumer called where tsc can't see it. Off by default. */
  readonly tscVisible?: boolean;
}
