import type { Move } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { spanOf } from "../syntax/span.js";
import type { GraphIndex } from "../dataflow/graph-index.js";
import type { MoveSite } from "./file-facts.js";

/**
 * The places that move values out of variables and fields, each once: a finalizer is lowered once for each way into it.
 *
 * @param graphs lowered functions
 * @param ofLocal only what this accepts; temporaries are never told
 * @returns in order of position
 */
export function movesIn(graphs: readonly GraphIndex[], ofLocal: (local: Local) => boolean = () => true): MoveSite[] {
  const found = new Map<string, MoveSite>();
  for (const { graph } of graphs) {
    for (const instruction of graph.blocks.flatMap(({ instructions }) => instructions)) {
      if (
        instruction.kind !== "move" ||
        instruction.place.local.kind === "temporary" ||
        !ofLocal(instruction.place.local)
      )
        continue;
      const site = siteOf(instruction);
      const key = `${site.span.start} ${site.span.end}`;
      if (!found.has(key) || site.by !== undefined) found.set(key, site);
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** A move as editors tell it. A value that a closure takes is moved where the closure moves it. */
export function siteOf({ node, place, reason }: Move): MoveSite {
  const callee = reason.kind === "argument" || reason.kind === "receiver" ? reason.callee : undefined;
  return {
    span: spanOf(reason.kind === "capture" ? reason.use : node),
    place: place.text,
    ...(callee === undefined ? {} : { by: callee }),
  };
}
