import type { TSESTree } from "@typescript-eslint/types";
import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { Point } from "../analysis/reaching-moves.js";
import type { BlockId } from "../ir/block-id.js";
import type { Instruction } from "../ir/instruction.js";
import type { MovePath } from "../ir/move-path.js";

/** An owned place where it is written, as one instruction uses it. */
export interface PlaceOccurrence {
  readonly analysis: FunctionAnalysis;
  readonly point: Point;
  readonly path: MovePath;
  readonly node: TSESTree.Node;
}

/**
 * The innermost occurrences of owned places at an offset: several where a finalizer was lowered several times.
 *
 * @param analyses the functions of a file, those around the offset among them
 */
export function occurrencesAt(analyses: readonly FunctionAnalysis[], offset: number): PlaceOccurrence[] {
  const around = analyses.filter(({ graph }) => contains(graph.node, offset));
  const reached = innermost(around, offset, ({ controlFlow }) => controlFlow.order);
  if (reached.length > 0) return reached;
  // What a closure captures does not depend on what of it can be reached; of its own variables nothing is known there.
  return innermost(around, offset, ({ controlFlow }) => [...Array(controlFlow.size).keys()]).filter(
    ({ path }) => path.local.kind === "capture",
  );
}

function innermost(
  analyses: readonly FunctionAnalysis[],
  offset: number,
  blocksOf: (analysis: FunctionAnalysis) => readonly BlockId[],
): PlaceOccurrence[] {
  let best: PlaceOccurrence[] = [];
  for (const analysis of analyses) {
    const { controlFlow } = analysis;
    for (const block of blocksOf(analysis)) {
      controlFlow.block(block).instructions.forEach((instruction, at) => {
        const place = placeIn(instruction, offset);
        if (place?.path.facts.ownership !== "owned") return;
        const [known] = best;
        const shorter = known === undefined ? -1 : length(place.node) - length(known.node);
        const found: PlaceOccurrence = { analysis, point: { block, at }, ...place };
        if (shorter < 0) best = [found];
        // Of one place the first instruction of a block counts: it is looked at, then moved.
        else if (shorter === 0 && !best.some((other) => isSameBlock(other, found))) best.push(found);
      });
    }
  }
  return best;
}

function isSameBlock(a: PlaceOccurrence, b: PlaceOccurrence): boolean {
  const { controlFlow } = a.analysis;
  return a.analysis === b.analysis && controlFlow.wholeOf(a.point.block) === controlFlow.wholeOf(b.point.block);
}

type WrittenPlace = Pick<PlaceOccurrence, "node" | "path">;

function placeIn(instruction: Instruction, offset: number): WrittenPlace | undefined {
  switch (instruction.kind) {
    case "use":
    case "move":
      break;
    case "assign":
      // A declaration is no place to look at.
      if (instruction.initial || instruction.node.type === "Identifier") return undefined;
      break;
    default:
      return undefined;
  }
  const { place, node } = instruction;
  return place.local.kind === "temporary" ? undefined : placeAt(node, place, offset);
}

/** The part of a chain of names that an offset is in, with its path: `p` in `p.a.n`, or the owned part before it. */
function placeAt(node: TSESTree.Node, path: MovePath, offset: number): WrittenPlace | undefined {
  if (!contains(node, offset)) return undefined;
  switch (node.type) {
    case "Identifier":
    case "ThisExpression":
      return { node, path };
    case "MemberExpression": {
      const { object } = node;
      // `a[i]` is an element of the place `a`, `list.length = 0` empties the place `list`.
      if (accessesIn(node) > fieldsOf(path)) return placeAt(object, path, Math.min(offset, object.range[1]));
      const inObject = offset <= object.range[1] || path.facts.ownership !== "owned";
      if (!inObject || path.parent === undefined) return { node, path };
      return placeAt(object, path.parent, Math.min(offset, object.range[1]));
    }
    case "ChainExpression":
    case "TSAsExpression":
    case "TSInstantiationExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return placeAt(node.expression, path, offset);
    case "AssignmentExpression":
      return placeAt(node.left, path, offset);
    case "UnaryExpression":
      return placeAt(node.argument, path, offset);
    case "CallExpression":
      return placeAt(node.callee, path, offset);
    default:
      return undefined;
  }
}

/** How many members of members an expression accesses: 2 for `a.b.c`. */
function accessesIn(node: TSESTree.Node): number {
  let count = 0;
  for (let at = node; ;) {
    if (at.type === "MemberExpression") {
      count += 1;
      at = at.object;
    } else if ("expression" in at && typeof at.expression === "object") at = at.expression;
    else return count;
  }
}

function fieldsOf(path: MovePath): number {
  let count = 0;
  for (let at = path.parent; at !== undefined; at = at.parent) count += 1;
  return count;
}

function contains({ range }: TSESTree.Node, offset: number): boolean {
  return range[0] <= offset && offset <= range[1];
}

const length = ({ range }: TSESTree.Node): number => range[1] - range[0];
