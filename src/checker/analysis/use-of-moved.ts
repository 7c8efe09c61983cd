import type { OwnershipState } from "../dataflow/ownership/ownership-state.js";
import { hasBit, isEmpty } from "../graph/bits.js";
import type { Instruction } from "../ir/instruction.js";
import { dropGlueAround, type MovePath } from "../ir/move-path.js";

/** A use of a place that may be moved. */
export interface UseOfMoved {
  /** What is used; of an assignment to a field, what it is a field of. */
  readonly used: MovePath;
  /** What was moved: the used place, what it is part of, or a part of it. */
  readonly moved: MovePath;
}

/** The moved place that an instruction uses, by the state before it; `undefined` where it uses none. */
export function useOfMoved(instruction: Instruction, state: OwnershipState): UseOfMoved | undefined {
  switch (instruction.kind) {
    case "use":
    case "move": {
      const [moved] = movedPlaces(instruction.place, state);
      return moved && { used: instruction.place, moved };
    }
    case "assign": {
      const used = instruction.place.parent;
      const moved = used && outermostMoved(used, state);
      return moved && { used, moved };
    }
    default:
      return undefined;
  }
}

/**
 * The places by which a place is moved: itself, or the parts of it that are moved.
 *
 * @returns first the one that rustc names: of several parts the youngest, and siblings before their parts; none where the place
 * holds its value on every path
 */
export function movedPlaces(used: MovePath, state: OwnershipState): readonly MovePath[] {
  if (isEmpty(state.maybeMoved)) return [];
  // A value with drop glue is moved as a whole: what is true of it is true of its fields.
  const whole = dropGlueAround(used).at(-1) ?? used;
  return hasBit(state.maybeMoved, whole.index) ? [whole] : movedParts(whole, state);
}

function movedParts(path: MovePath, state: OwnershipState): MovePath[] {
  const youngest = path.children.toReversed();
  const own = youngest.filter((child) => hasBit(state.maybeMoved, child.index));
  return [...own, ...youngest.filter((child) => !own.includes(child)).flatMap((child) => movedParts(child, state))];
}

/** The place itself or the largest that it is part of, if moved: nothing can be assigned to a field of what is gone. */
function outermostMoved(path: MovePath, state: OwnershipState): MovePath | undefined {
  const around = path.parent && outermostMoved(path.parent, state);
  return around ?? (hasBit(state.maybeMoved, path.index) ? path : undefined);
}
