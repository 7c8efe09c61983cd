import fc from "fast-check";

/** Runs a property with a fixed seed, which is printed; `FC_SEED=n` takes another. What fails is shrunk and printed. */
export function checkProperty<T extends unknown[]>(
  property: fc.IProperty<T>,
  options: { readonly runs: number; readonly log: (line: string) => void },
): void {
  const seed = Number(process.env.FC_SEED ?? 20_261_124);
  options.log(`seed ${seed} (FC_SEED takes another)`);
  fc.assert(property, { seed, numRuns: options.runs });
}
