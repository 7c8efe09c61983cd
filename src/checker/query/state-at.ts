import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../ir/block-id.js";
import type { Local } from "../ir/local.js";
import type { MovePath } from "../ir/move-path.js";
import type { Move } from "../ir/instruction.js";
import { spanOf } from "../syntax/span.js";
import type { GraphIndex } from "../dataflow/graph-index.js";
import type { MoveSite, PlaceState, State } from "./file-facts.js";
import { movesIn, siteOf } from "./moves-in.js";
import { reaching } from "./reaching.js";

/** A place where it is written. */
interface Occurrence {
  readonly index: GraphIndex;
  readonly block: BlockId;
  readonly at: number;
  readonly path: MovePath;
  readonly node: TSESTree.Node;
}

/**
 * The state of the owned variable or field written at an offset, just before it is used there.
 *
 * @param graphs lowered functions, those around the offset among them
 */
export function stateAt(graphs: readonly GraphIndex[], offset: number): PlaceState | undefined {
  const occurrences = occurrencesAt(graphs, offset);
  const [first] = occurrences;
  if (first === undefined) return undefined;
  const moves = new Set<Move>();
  let live = false;
  for (const { index, path, block, at } of occurrences) {
    const found = reaching(index, path, block, at);
    for (const move of found.moves) moves.add(move);
    live ||= found.live;
  }
  const state: State = moves.size === 0 ? "live" : live ? "maybe-moved" : "moved";
  const sites = [...moves].map(siteOf).sort((a, b) => a.span.start - b.span.start);
  return { span: spanOf(first.node), place: first.path.text, state, moves: sites };
}

/** Every place that moves the variable written at an offset, or a field of it, closures included. */
export function movesOf(graphs: readonly GraphIndex[], offset: number): MoveSite[] {
  const locals = new Set<Local["node"]>(occurrencesAt(graphs, offset).map(({ path }) => path.local.node));
  // A captured variable is a local of its own in each closure, introduced by the same declaration.
  return movesIn(graphs, ({ node }) => locals.has(node));
}

/** The innermost mentions of owned places at an offset: several where a finalizer was lowered several times. */
function occurrencesAt(graphs: readonly GraphIndex[], offset: number): Occurrence[] {
  let best: Occurrence[] = [];
  for (const index of graphs) {
    for (const block of index.order) {
      index.block(block).instructions.forEach((instruction, at) => {
        if ((instruction.kind !== "use" && instruction.kind !== "move") || instruction.place.local.kind === "temporary")
          return;
        const place = placeAt(instruction.node, instruction.place, offset);
        if (place?.path.facts.ownership !== "owned") return;
        const [known] = best;
        const shorter = known === undefined ? -1 : length(place.node) - length(known.node);
        if (shorter < 0) best = [{ index, block, at, ...place }];
        // Of one place the first instruction of a block counts: it is looked at, then moved.
        else if (
          shorter === 0 &&
          !best.some((other) => other.index === index && index.wholeOf(other.block) === index.wholeOf(block))
        )
          best.push({ index, block, at, ...place });
      });
    }
  }
  return best;
}

/** The part of a chain of names that an offset is in, with its path: `p` in `p.a.n`, or the owned part before it. */
function placeAt(node: TSESTree.Node, path: MovePath, offset: number): Pick<Occurrence, "node" | "path"> | undefined {
  if (offset < node.range[0] || node.range[1] < offset) return undefined;
  switch (node.type) {
    case "Identifier":
    case "ThisExpression":
      return { node, path };
    case "MemberExpression": {
      const inObject = offset <= node.object.range[1] || path.facts.ownership !== "owned";
      if (!inObject || path.parent === undefined) return { node, path };
      return placeAt(node.object, path.parent, Math.min(offset, node.object.range[1]));
    }
    default:
      return undefined;
  }
}

const length = ({ range }: TSESTree.Node): number => range[1] - range[0];
