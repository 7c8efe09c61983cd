import type { Subject } from "../language/subject.js";
import { reductions } from "./reductions.js";

/**
 * The smallest function found that still fails: takes the smallest failing reduction until none fails.
 *
 * @param fails judges many functions at once, as starting a compiler for each would take minutes
 */
export async function shrink(
  subject: Subject,
  fails: (subjects: readonly Subject[]) => Promise<readonly boolean[]>,
): Promise<Subject> {
  let smallest = subject;
  for (;;) {
    const smaller = reductions(smallest);
    let next: Subject | undefined;
    for (let from = 0; from < smaller.length && !next; from += 64) {
      const batch = smaller.slice(from, from + 64);
      const failing = (await fails(batch)).indexOf(true);
      if (failing >= 0) next = batch[failing];
    }
    if (!next) return smallest;
    smallest = next;
  }
}
