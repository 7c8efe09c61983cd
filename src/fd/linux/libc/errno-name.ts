import { constants } from "node:os";

/** What sendmsg(2) returns when too many descriptors are in flight; Node has no name for it. */
const ETOOMANYREFS = 109;

/** The first name wins where a number has two (EAGAIN, EWOULDBLOCK). */
const names = new Map(
  Object.entries(constants.errno)
    .map(([name, number]) => [number, name] as const)
    .reverse(),
);
names.set(ETOOMANYREFS, "ETOOMANYREFS");

/** The name of a negative errno: `"EMFILE"` for -24. */
export function errnoName(errno: number): string {
  return names.get(-errno) ?? `errno ${-errno}`;
}
