import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { Move } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import { bySpan, spanOf } from "../syntax/span.js";
import type { MoveSite } from "./file-facts.js";
import { occurrencesAt } from "./occurrences-at.js";

/**
 * The places that move values out of variables and fields, each once: a finalizer is lowered once for each way into it.
 *
 * @param analyses the functions of a file
 * @param ofLocal only what this accepts; temporaries are never told
 * @returns in order of position
 */
export function movesIn(
  analyses: readonly FunctionAnalysis[],
  ofLocal: (local: Local) => boolean = () => true,
): MoveSite[] {
  const found = new Map<string, MoveSite>();
  for (const { graph } of analyses) {
    for (const instruction of graph.blocks.flatMap(({ instructions }) => instructions)) {
      if (instruction.kind !== "move") continue;
      const { local } = instruction.place;
      if (local.kind === "temporary" || !ofLocal(local)) continue;
      const site = siteOf(instruction);
      const key = `${site.span.start} ${site.span.end}`;
      if (!found.has(key) || site.by !== undefined) found.set(key, site);
    }
  }
  return [...found.values()].sort(bySpan);
}

/** Every place that moves the variable written at an offset, or a field of it, closures included. */
export function movesOf(analyses: readonly FunctionAnalysis[], offset: number): MoveSite[] {
  const locals = new Set<Local["node"]>(occurrencesAt(analyses, offset).map(({ path }) => path.local.node));
  // A captured variable is a local of its own in each closure, introduced by the same declaration.
  return movesIn(analyses, ({ node }) => locals.has(node));
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
