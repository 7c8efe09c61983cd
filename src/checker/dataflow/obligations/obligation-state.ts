import { isWithin, type MovePath } from "../../ir/move-path.js";
import { EQUALS, type Condition, type Release } from "../../ir/resource.js";

/**
 * What may have become of a resource.
 *
 * - `unborn`: not acquired yet.
 * - `owed`: this function has to release it.
 * - `owed-by-throw`: the same, on ways that begin with an exception that has nothing to do with it.
 * - `owed-by-own-throw`: the same, where one of its own methods threw, or what it was lent to.
 * - `discharged`: somebody else may release it, or it may have been released.
 * - `released`: released, or given to another owner, for sure.
 * - `release-failed`: a release that was waited for failed; whether it is released only its maker knows.
 */
export type Status =
  "unborn" | "owed" | "owed-by-throw" | "owed-by-own-throw" | "discharged" | "released" | "release-failed";

/** Every status, in the order in which they are looked at. */
export const STATUSES: readonly Status[] = [
  "unborn",
  "owed",
  "owed-by-throw",
  "owed-by-own-throw",
  "discharged",
  "released",
  "release-failed",
];

/** Those in which somebody in this function has to release it. */
export const OWED: readonly Status[] = ["owed", "owed-by-throw", "owed-by-own-throw"];

/** What is known on all ways that end in one status. */
export interface Knowledge {
  /** Places that name the resource on some of these ways. */
  readonly may: Set<MovePath>;
  /** Places that name it on all of them. */
  readonly must: Set<MovePath>;
  /** Conditions whose outcome is the same on all of them. */
  readonly known: Map<string, { readonly condition: Condition; readonly holds: boolean }>;
  /** What released it. */
  readonly releases: Set<Release>;
}

/**
 * The state of one resource at a point: for each status that it may be in, what is known in that status.
 *
 * Ways are told apart by what became of the resource, and by nothing else: so a flag that is set where it is released is
 * remembered, at the cost of one set of conditions for each status.
 *
 * Source: Das, Lerner, Seigle, "ESP: Path-Sensitive Program Verification in Polynomial Time" (property simulation).
 */
export type ObligationState = Map<Status, Knowledge>;

/** Nothing is known, in one status. */
export function nothingKnown(): Knowledge {
  return { may: new Set(), must: new Set(), known: new Map(), releases: new Set() };
}

/** A copy that may be changed. */
export function copyKnowledge({ may, must, known, releases }: Knowledge): Knowledge {
  return { may: new Set(may), must: new Set(must), known: new Map(known), releases: new Set(releases) };
}

/** A copy that may be changed. */
export function copyState(state: ObligationState): ObligationState {
  return new Map([...state].map(([status, knowledge]) => [status, copyKnowledge(knowledge)]));
}

/** Joins what is known on some ways into what is known on others; whether that changed anything. */
export function joinKnowledge(into: Knowledge, from: Knowledge): boolean {
  let changed = false;
  for (const path of from.may) {
    if (into.may.has(path)) continue;
    into.may.add(path);
    changed = true;
  }
  for (const path of into.must) {
    if (from.must.has(path)) continue;
    into.must.delete(path);
    changed = true;
  }
  for (const [key, { holds }] of into.known) {
    if (from.known.get(key)?.holds === holds) continue;
    into.known.delete(key);
    changed = true;
  }
  for (const release of from.releases) {
    if (into.releases.has(release)) continue;
    into.releases.add(release);
    changed = true;
  }
  return changed;
}

/** Joins one status of a state with what is known on further ways. */
export function addStatus(state: ObligationState, status: Status, knowledge: Knowledge): boolean {
  const known = state.get(status);
  if (known !== undefined) return joinKnowledge(known, knowledge);
  state.set(status, copyKnowledge(knowledge));
  return true;
}

/** The place, and all its parts, name something else now. */
export function forget(knowledge: Knowledge, place: MovePath): void {
  for (const path of knowledge.may) if (isWithin(path, place)) knowledge.may.delete(path);
  for (const path of knowledge.must) if (isWithin(path, place)) knowledge.must.delete(path);
}

/** Whether a place, or a part of it, names the resource: on all ways, on some, or on none. */
export function names({ may, must }: Knowledge, place: MovePath): "must" | "may" | "never" {
  for (const path of must) if (isWithin(path, place)) return "must";
  for (const path of may) if (isWithin(path, place)) return "may";
  return "never";
}

/**
 * Takes note of a condition's outcome.
 *
 * @returns false when it contradicts what is known: no way leads on from here
 */
export function assume(knowledge: Knowledge, condition: Condition, holds: boolean): boolean {
  const before = knowledge.known.get(condition.key);
  if (before !== undefined) return before.holds === holds;
  // `x === "a"` after `x === "b"`: keys of comparisons with a literal are "x = literal".
  const compared = condition.key.lastIndexOf(EQUALS);
  if (holds && compared !== -1) {
    const prefix = condition.key.slice(0, compared + EQUALS.length);
    for (const [key, other] of knowledge.known) if (other.holds && key.startsWith(prefix)) return false;
  }
  knowledge.known.set(condition.key, { condition, holds });
  return true;
}
