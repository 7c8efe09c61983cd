import fc from "fast-check";

/**
 * Runs a property with a seed that is printed: fixed in CI so that a run can be repeated, new
 * elsewhere; `FC_SEED=n` repeats one. What fails is shrunk by fast-check and printed with its path.
 */
export function checkProperty<T extends unknown[]>(
  property: fc.IProperty<T>,
  options: { runs: number; log: (line: string) => void },
): void {
  const given = process.env.FC_SEED;
  const seed = given !== undefined ? Number(given) : process.env.CI !== undefined ? 20231129 : Date.now() % 0x7fff_ffff;
  options.log(`seed ${seed} (repeat with FC_SEED=${seed})`);
  fc.assert(property, { seed, numRuns: options.runs });
}
