import type { Owned } from "../../guard/owned.js";
import { warn } from "../../guard/warn.js";
import { leakedAtCollection, leakedAtTaskEnd, leakedReference, notReturned, releaseFailed } from "../messages.js";

/** What was still reserved when its task ended, which returned it. One warning for all of them. */
export function reportTaskEnd(task: string, leaked: readonly Owned[]): void {
  if (leaked.length === 0) return;
  warn("MOVECHECK_LEAK", leakedAtTaskEnd(task, leaked.map(described)));
}

/** What was collected while reserved; the slot stays reserved until the task ends. */
export function reportCollected(owned: Owned): void {
  warn("MOVECHECK_LEAK", leakedAtCollection(...described(owned)));
}

/** A reference that was collected without being dropped: its file is never released. */
export function reportLostReference(owned: Owned): void {
  warn("MOVECHECK_LEAK", leakedReference(...described(owned)));
}

/** The table refused to take a number back: somebody else freed it. */
export function reportNotReturned(owned: Owned, error: unknown): void {
  warn("MOVECHECK_LEAK", notReturned(owned.name, error));
}

/** A file's own `release` threw: the table is consistent, the file's owner should know. */
export function reportReleaseFailure(path: string, error: unknown): void {
  warn("MOVECHECK_RELEASE", releaseFailed(path, error));
}

function described(owned: Owned): [name: string, made: string | undefined] {
  return [owned.name, owned.made?.toString()];
}
