/** The median of several measurements, and all of them. */
export interface Measured {
  readonly median: number;
  readonly all: readonly number[];
}

/** Runs something several times and takes the median of what it returns. */
export function medianOf(runs: number, measure: () => number): Measured {
  const all = Array.from({ length: runs }, measure);
  const sorted = [...all].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, all };
}

/** A duration for a table. */
export function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
