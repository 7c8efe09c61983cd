import { NOTHING } from "../../../checker/oracle/type-facts.js";
import type { Ownership, TypeFacts } from "../../../checker/oracle/type-facts.js";

/** From the weakest to the strongest: what any part obliges to, the whole does. */
const ORDER: readonly Ownership[] = ["none", "any", "borrow", "owned"];

/**
 * The facts of a value that is one of several things.
 *
 * @param parts in order of declaration; none means `NOTHING`
 */
export function joinFacts(parts: readonly TypeFacts[]): TypeFacts {
  const [first, ...others] = [...new Set(parts)];
  if (first === undefined) return NOTHING;
  if (others.length === 0) return first;
  const all = [first, ...others];
  const dropGlue = all.some((part) => part.dropGlue);
  const container = all.some((part) => part.container);
  return {
    ownership: ORDER[Math.max(...all.map((part) => ORDER.indexOf(part.ownership)))] ?? "none",
    dropGlue,
    container,
    fnOnce: all.some((part) => part.fnOnce),
    taskBound: all.some((part) => part.taskBound),
    members: dropGlue || container ? [] : [...new Set(all.flatMap((part) => part.members))],
    member: (name) => joinFacts(all.map((part) => part.member(name)).filter((part) => part !== NOTHING)),
    get name() {
      return all.map((part) => part.name).join(" | ");
    },
  };
}
