import type { ControlFlowGraph } from "../control-flow-graph.js";
import type { Local } from "../local.js";

/** What a local is called where a graph is printed. */
export type LocalNames = (local: Local) => string;

/** A local's name by itself: as written, or its number when it has none. */
export const plainName: LocalNames = ({ kind, id, name }) => (kind === "temporary" ? `_${id}` : name);

/** Names that tell the locals of a graph apart: variables of one name get their numbers, `token#3`. */
export function localNames({ locals }: ControlFlowGraph): LocalNames {
  const counts = new Map<string, number>();
  for (const local of locals) counts.set(plainName(local), (counts.get(plainName(local)) ?? 0) + 1);
  return (local) => {
    const name = plainName(local);
    return (counts.get(name) ?? 0) > 1 ? `${name}#${local.id}` : name;
  };
}
