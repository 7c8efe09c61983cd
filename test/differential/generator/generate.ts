import { prune } from "../language/prune.js";
import type { Subject } from "../language/subject.js";
import { TooManyPaths } from "../oracle/verdict.js";
import { Random } from "../random.js";
import { Draft, type Features } from "./draft.js";
import { isUnfit, judge, repair } from "./repair.js";

/**
 * The function that a seed and an index name; the same on every machine.
 *
 * Half of the drafts are left as drawn, but for what no comparison can use; the others are edited until path enumeration
 * finds no misuse, a part of them until it finds no leak either. So the valid functions are nearly invalid ones.
 */
export function generate(seed: number, index: number, features: Features): Subject {
  for (let attempt = 0; ; attempt++) {
    const random = new Random(seed, index, attempt, features.closures ? 1 : 0, features.exceptions ? 1 : 0);
    const wanted = random.weighted({ fit: 8, "no misuse": 0.5, "no leak": 2.5 });
    const drafted = prune(new Draft(random, features).subject());
    try {
      const subject = repair(drafted, wanted, random, features.exceptions);
      if (!judge(subject, features.exceptions).violations.some(isUnfit)) return subject;
    } catch (error) {
      if (!(error instanceof TooManyPaths)) throw error;
    }
  }
}
