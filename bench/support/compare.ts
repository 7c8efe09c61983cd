/** How many rounds a figure is the median of: enough for a few of them to be disturbed. */
const ROUNDS = 25;

/** A variant: what it is called, and what does it that many times. */
export type Variant = readonly [name: string, run: (count: number) => void];

/** Nanoseconds of processor time, which other programs on the machine disturb less than the clock's. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** What one of `count` runs takes of what `run` does that many times. */
function time(run: (count: number) => void, count: number): number {
  const start = processor();
  run(count);
  return (processor() - start) / count;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/**
 * Measures variants of the same in turn, so that a slow moment of the machine falls on all of them, and prints each with
 * its ratio to the first: the median of the rounds' own ratios, not the ratio of two medians.
 */
export function compare(title: string, count: number, variants: readonly Variant[]): void {
  console.log(title);
  for (const [, run] of variants) run(count);
  const rounds = Array.from({ length: ROUNDS }, () => variants.map(([, run]) => time(run, count)));
  for (const [index, [name]] of variants.entries()) {
    const each = median(rounds.map((times) => times[index] ?? NaN));
    const ratio = median(rounds.map((times) => (times[index] ?? NaN) / (times[0] ?? NaN)));
    console.log(`  ${name.padEnd(46)} ${each.toFixed(0).padStart(8)} ns  x${ratio.toFixed(2)}`);
  }
}
