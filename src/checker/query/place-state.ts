import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import { isMovedOnEveryPath, reachingMoves, type Point } from "../analysis/reaching-moves.js";
import { movedPlaces } from "../analysis/use-of-moved.js";
import type { Instruction, Move, Use } from "../ir/instruction.js";
import { isWithin, type MovePath } from "../ir/move-path.js";
import { bySpan, spanOf } from "../syntax/span.js";
import type { PlaceState } from "./file-facts.js";
import { siteOf } from "./moves-in.js";
import { occurrencesAt } from "./occurrences-at.js";

/** The moves by which a place is moved at a point. */
interface Moved {
  readonly moves: readonly Move[];
  readonly onEveryPath: boolean;
  /** Some of them are moves of a part of the place. */
  readonly partially: boolean;
}

/**
 * The state of the owned variable or field written at an offset, just before it is used there: what the checks know of it.
 *
 * @param analyses the functions of a file, those around the offset among them
 */
export function stateAt(analyses: readonly FunctionAnalysis[], offset: number): PlaceState | undefined {
  const occurrences = occurrencesAt(analyses, offset);
  const [first] = occurrences;
  if (first === undefined) return undefined;
  const states = occurrences.flatMap(({ analysis, path, point }) => statesOf(analyses, analysis, path, point));
  const moved = states.filter((state) => state !== undefined);
  const onEveryPath = moved.length === states.length && moved.every((state) => state.onEveryPath);
  return {
    span: spanOf(first.node),
    place: first.path.text,
    state: moved.length === 0 ? "live" : onEveryPath ? "moved" : "maybe-moved",
    partially: moved.some(({ partially }) => partially),
    moves: [...new Set(moved.flatMap(({ moves }) => moves))].map(siteOf).sort(bySpan),
  };
}

/** How a place is moved at a point, and where it is captured, how it was where its closure was made; `undefined` if it is live. */
function statesOf(
  analyses: readonly FunctionAnalysis[],
  analysis: FunctionAnalysis,
  path: MovePath,
  point: Point,
): (Moved | undefined)[] {
  const inside = movedAt(analysis, path, point);
  if (inside !== undefined || path.local.kind !== "capture") return [inside];
  const outside = capturesOf(analyses, analysis, path);
  if (outside.length === 0) return [undefined];
  return outside.flatMap((capture) => statesOf(analyses, capture.analysis, capture.path, capture.point));
}

function movedAt(analysis: FunctionAnalysis, path: MovePath, point: Point): Moved | undefined {
  const ownership = analysis.ownership(path.local);
  const state = ownership?.before(point.block, point.at);
  if (ownership === undefined || state === undefined) return undefined;
  const places = movedPlaces(path, state);
  if (places.length === 0) return undefined;
  const moves = places.flatMap((place) => reachingMoves(ownership.graph, place, point)).map(({ move }) => move);
  return {
    moves,
    onEveryPath: places.some((place) => isMovedOnEveryPath(ownership.graph, place, point)),
    partially: moves.some(({ place }) => place !== path && isWithin(place, path)),
  };
}

interface CapturedPlace {
  readonly analysis: FunctionAnalysis;
  readonly path: MovePath;
  readonly point: Point;
}

/** Where a closure takes, or borrows, a place that is mentioned in it: several where a finalizer was lowered several times. */
function capturesOf(
  analyses: readonly FunctionAnalysis[],
  { graph: { node: closure } }: FunctionAnalysis,
  path: MovePath,
): CapturedPlace[] {
  const names = namesOf(path);
  return analyses.flatMap((analysis) => {
    const { node } = analysis.graph;
    const encloses = node !== closure && node.range[0] <= closure.range[0] && closure.range[1] <= node.range[1];
    if (!encloses) return [];
    const { controlFlow } = analysis;
    return controlFlow.order.flatMap((block) =>
      controlFlow.block(block).instructions.flatMap((instruction, at): CapturedPlace[] => {
        if (!isCapture(instruction)) return [];
        const { place } = instruction;
        const [start, end] = instruction.node.range;
        // A captured variable is a local of its own in each closure, introduced by the same declaration.
        const isTaken =
          place.local.node === path.local.node &&
          start <= closure.range[0] &&
          closure.range[1] <= end &&
          namesOf(place).every((name, depth) => depth >= names.length || name === names[depth]);
        return isTaken ? [{ analysis, path: place, point: { block, at } }] : [];
      }),
    );
  });
}

function isCapture(instruction: Instruction): instruction is Use | Move {
  return (
    (instruction.kind === "use" && instruction.how.kind === "capture") ||
    (instruction.kind === "move" && instruction.reason.kind === "capture")
  );
}

/** The names of the fields from the local down to a path. */
function namesOf(path: MovePath): string[] {
  const names: string[] = [];
  for (let at = path; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names;
}
