/** A block's number in its function; printed as `bb3`. */
export type BlockId = number;
