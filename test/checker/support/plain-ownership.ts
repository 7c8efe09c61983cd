import type { OwnershipState } from "../../../src/checker/dataflow/ownership/ownership-state.js";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import type { Instruction } from "../../../src/checker/ir/instruction.js";
import type { Local } from "../../../src/checker/ir/local.js";
import { isLeaf, REST, type MovePath } from "../../../src/checker/ir/move-path.js";
import { successors } from "../../../src/checker/ir/terminal.js";
import { listBits } from "../../../src/checker/graph/bits.js";

/** Names of paths. */
interface Sets {
  readonly moved: ReadonlySet<string>;
  readonly owed: ReadonlySet<string>;
  readonly owedByThrow: ReadonlySet<string>;
}

const nothing: Sets = { moved: new Set(), owed: new Set(), owedByThrow: new Set() };

/** What is known before each instruction of each block that can be reached, and at its end, as text: "moved | owed | owed by a throw". */
export type Plain = ReadonlyMap<BlockId, readonly string[]>;

/** Solves one local block by block, each instruction in turn, until nothing changes any more. */
export function plainOwnership({ blocks, entry }: ControlFlowGraph, local: Local): Plain {
  const entries = new Map<BlockId, Sets>([[entry, nothing]]);
  const found = new Map<BlockId, string[]>();
  let changed = true;
  const flow = (to: BlockId, state: Sets): void => {
    const known = entries.get(to);
    const joined = join(known ?? nothing, state);
    if (known !== undefined && print(joined) === print(known)) return;
    entries.set(to, joined);
    changed = true;
  };
  while (changed) {
    changed = false;
    for (const { id, instructions, terminal } of blocks) {
      let state = entries.get(id);
      if (state === undefined) continue;
      const states: string[] = [];
      found.set(id, states);
      for (const instruction of instructions) {
        states.push(print(state));
        if (instruction.kind === "maybe-throw")
          flow(instruction.unwind, {
            moved: state.moved,
            owed: new Set(),
            owedByThrow: union(state.owedByThrow, state.owed),
          });
        else state = after(instruction, state, local);
      }
      states.push(print(state));
      for (const to of successors(terminal)) flow(to, state);
    }
  }
  return found;
}

function after(instruction: Instruction, state: Sets, local: Local): Sets {
  if (instruction.kind === "storage-live" || instruction.kind === "storage-dead")
    return instruction.local === local ? nothing : state;
  if (!("place" in instruction) || instruction.place.local !== local) return state;
  const within = local.paths.filter((path) => hasAncestor(path, instruction.place));
  const names = new Set(within.map(nameOf));
  const settled: Sets = {
    moved: state.moved,
    owed: minus(state.owed, names),
    owedByThrow: minus(state.owedByThrow, names),
  };
  const owing = (paths: readonly MovePath[]): ReadonlySet<string> =>
    local.using || local.notOwned !== undefined || local.capturedByReference
      ? new Set()
      : new Set(paths.filter(isLeaf).map(nameOf));
  switch (instruction.kind) {
    case "assign":
      return {
        ...settled,
        moved: minus(state.moved, names),
        owed: instruction.value === "owned" ? union(settled.owed, owing(within)) : settled.owed,
      };
    case "move":
      return { ...settled, moved: union(state.moved, names) };
    case "assume-empty":
      return settled;
    case "insert": {
      const rest = within.filter(({ name }) => name === REST);
      return { ...state, owed: union(state.owed, owing(rest.length > 0 ? rest : within)) };
    }
    default:
      return state;
  }
}

/** What the checker's solution says, in the same words. */
export function printState(local: Local, state: OwnershipState | undefined): string {
  const names = (bits: OwnershipState["maybeMoved"]): ReadonlySet<string> =>
    new Set(listBits(bits).map((at) => nameOf(local.paths[at] ?? local.root)));
  return print(
    state === undefined
      ? nothing
      : { moved: names(state.maybeMoved), owed: names(state.maybeInit), owedByThrow: names(state.maybeInitOnUnwind) },
  );
}

function print({ moved, owed, owedByThrow }: Sets): string {
  return [moved, owed, owedByThrow].map((names) => [...names].sort().join(" ")).join(" | ");
}

function hasAncestor(path: MovePath, ancestor: MovePath): boolean {
  return path === ancestor || (path.parent !== undefined && hasAncestor(path.parent, ancestor));
}

function nameOf({ index, text }: MovePath): string {
  return `${index}:${text}`;
}

function join(a: Sets, b: Sets): Sets {
  return {
    moved: union(a.moved, b.moved),
    owed: union(a.owed, b.owed),
    owedByThrow: union(a.owedByThrow, b.owedByThrow),
  };
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}

function minus(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((each) => !b.has(each)));
}
