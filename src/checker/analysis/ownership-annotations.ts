import { listBits, type Bits } from "../graph/bits.js";
import type { BlockId } from "../ir/block-id.js";
import type { Local } from "../ir/local.js";
import { localNames } from "../ir/print/local-names.js";
import { printPlace, type Annotations } from "../ir/print/text.js";
import type { OwnershipState } from "../dataflow/ownership/ownership-state.js";
import type { FunctionAnalysis } from "./function-analysis.js";
import type { Point } from "./reaching-moves.js";

/** The state of each local that a function owns. */
type States = readonly (readonly [Local, OwnershipState])[];

/**
 * What the checks know of a function, to be printed with its graph: of all locals whose value it owns, what may be moved, and
 * what may have to be consumed, where a block begins and after each instruction that changes it.
 *
 * @example
 * printText(analysis.graph, ownershipAnnotations(analysis));
 * // bb0:
 * //   t = owned (initial)         // maybe init {t}
 * //   move t (argument of eat)    // maybe moved {t}
 */
export function ownershipAnnotations(analysis: FunctionAnalysis): Annotations {
  const { controlFlow } = analysis;
  const owned = [...analysis.owned()];
  const names = localNames(analysis.graph);
  const named = (states: States, part: (state: OwnershipState) => Bits): string[] =>
    states.flatMap(([local, state]) =>
      listBits(part(state)).flatMap((index) => {
        const path = local.paths[index];
        return path === undefined || isImplied(path.parent?.index, part(state)) ? [] : [printPlace(path, names)];
      }),
    );
  const lines = (states: States): string[] =>
    [
      // What was moved out of a temporary nobody can use again.
      set(
        "maybe moved",
        named(
          states.filter(([{ kind }]) => kind !== "temporary"),
          ({ maybeMoved }) => maybeMoved,
        ),
      ),
      set(
        "maybe init",
        named(states, ({ maybeInit }) => maybeInit),
      ),
      set(
        "maybe init on unwind",
        named(states, ({ maybeInitOnUnwind }) => maybeInitOnUnwind),
      ),
    ].flatMap((each) => each ?? []);
  const at = (point: Point): States =>
    owned.flatMap((ownership): States => {
      const state = ownership.before(point.block, point.at);
      return state === undefined ? [] : [[ownership.local, state]];
    });
  const textAt = (point: Point): string => lines(at(point)).join(", ") || "nothing";
  const entry = (block: BlockId): string[] => lines(at({ block, at: 0 }));
  return {
    atEntry: entry,
    beside: (block, number) => {
      const point = controlFlow.pointIn(block, number);
      if ((controlFlow.rpoIndex[point.block] ?? -1) < 0) return undefined;
      const [before, after] = [textAt(point), textAt({ ...point, at: point.at + 1 })];
      return before === after ? undefined : after;
    },
  };
}

/** What is true of a place is true of its fields: they are not printed beside it. */
function isImplied(parent: number | undefined, bits: Bits): boolean {
  return parent !== undefined && listBits(bits).includes(parent);
}

function set(name: string, places: readonly string[]): string | undefined {
  return places.length === 0 ? undefined : `${name} {${places.join(", ")}}`;
}
