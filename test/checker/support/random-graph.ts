import type { TSESTree } from "@typescript-eslint/types";
import fc from "fast-check";
import type { Block } from "../../../src/checker/ir/block.js";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import type { Instruction } from "../../../src/checker/ir/instruction.js";
import type { Local } from "../../../src/checker/ir/local.js";
import { addPath, REST, type MovePath } from "../../../src/checker/ir/move-path.js";
import type { Terminal } from "../../../src/checker/ir/terminal.js";
import { NOTHING, type TypeFacts } from "../../../src/checker/oracle/type-facts.js";

/** Everything that may happen to a variable, and the calls that may throw. */
const kinds = [
  "storage-live",
  "storage-dead",
  "assign",
  "assign-empty",
  "insert",
  "move",
  "use",
  "assume-empty",
  "maybe-throw",
] as const;

/** A step of a block; `to` is where it throws to. */
interface Step {
  readonly kind: (typeof kinds)[number];
  readonly path: number;
  readonly to: BlockId;
}

/** A block of a graph, as it is drawn. */
export interface Drawn {
  readonly steps: readonly Step[];
  readonly next: readonly BlockId[];
  /** A statement that jumps ends it, when one block follows. */
  readonly jumps: boolean;
}

/** A graph with one variable, which has fields. */
export interface RandomGraph {
  readonly graph: ControlFlowGraph;
  readonly local: Local;
}

/** How graphs are drawn. */
export interface Shape {
  /** How many blocks there are at most. */
  readonly blocks: number;
  /** Into how many of the last blocks half of the edges lead: few make blocks with many ways in. */
  readonly hubs: number;
  /** How many steps a block has at most. */
  readonly steps: number;
  /** How many times as often as any mention a step is a call that may throw. */
  readonly calls: number;
  /** How many times as often as in any other way a block ends with a branch to the block after or elsewhere. */
  readonly branches: number;
}

/** Graphs with loops that nobody could write, and with blocks that can't be reached. */
export function randomGraphs({ blocks, hubs, steps, calls, branches }: Shape): fc.Arbitrary<Drawn[]> {
  const block = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: LAST - hubs + 1, max: LAST }) },
    { weight: 1, arbitrary: fc.nat({ max: blocks - 1 }) },
    { weight: 1, arbitrary: fc.constant(FOLLOWING) },
  );
  const kind = fc.oneof(
    { weight: calls, arbitrary: fc.constant("maybe-throw" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...kinds) },
  );
  const step = fc.record({ kind, path: fc.oneof(fc.constant(0), fc.nat({ max: PATHS - 1 })), to: block });
  const drawn = fc.record({
    steps: fc.array(step, { maxLength: steps, size: "max" }),
    next: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 10, arbitrary: fc.tuple(block) },
      { weight: 10, arbitrary: fc.tuple(fc.constant(FOLLOWING)) },
      { weight: 10, arbitrary: fc.tuple(block, block) },
      { weight: 10 * branches, arbitrary: fc.tuple(block, fc.constant(FOLLOWING)) },
    ),
    jumps: fc.boolean(),
  });
  return fc.array(drawn, { minLength: 1, maxLength: blocks, size: "max" });
}

/** Stands for the number of the block after. */
const FOLLOWING = -1;

/** Stands for the number of the last block; one less for the one before it. */
const LAST = -2;

/** `v`, `v.a`, `v.b`, `v.a.x`, `v.a.y`, `v[*]`. */
const PATHS = 6;

const node = { type: "EmptyStatement", range: [0, 0] } as unknown as TSESTree.Node;
const owned: TypeFacts = { ...NOTHING, ownership: "owned", member: () => owned, name: "T" };

function variable(ownership: "owned" | "borrow"): Local {
  const paths: MovePath[] = [];
  const local: Local = {
    id: 0,
    name: "v",
    kind: "variable",
    node,
    facts: { ...owned, ownership },
    using: false,
    notOwned: undefined,
    fnOnce: false,
    endsHere: false,
    returned: false,
    capturedByReference: false,
    paths,
    get root() {
      const [root] = paths;
      if (root === undefined) throw new Error("no root");
      return root;
    },
  };
  const root = addPath(local, undefined, "v", owned);
  const a = addPath(local, root, "a", owned);
  addPath(local, root, "b", owned);
  addPath(local, a, "x", owned);
  addPath(local, a, "y", { ...owned, dropGlue: true });
  addPath(local, root, REST, { ...owned, dropGlue: true });
  return local;
}

/** Makes a graph of what was drawn; numbers of blocks that there are not are taken modulo. */
export function graphOf(drawn: readonly Drawn[], ownership: "owned" | "borrow" = "owned"): RandomGraph {
  const local = variable(ownership);
  const target = (from: BlockId, to: number): BlockId => {
    if (to >= 0) return to % drawn.length;
    return to === FOLLOWING ? (from + 1) % drawn.length : Math.max(0, drawn.length - 1 + to - LAST);
  };
  const instruction = (from: BlockId, { kind, path, to }: Step): Instruction => {
    const place = local.paths[path] ?? local.root;
    switch (kind) {
      case "storage-live":
      case "storage-dead":
        return { kind, node, local };
      case "assign":
      case "assign-empty":
        return { kind: "assign", node, place, value: kind === "assign" ? "owned" : "empty", initial: false };
      case "move":
        return { kind, node, place, reason: { kind: "call" } };
      case "use":
        return { kind, node, place, how: { kind: "use" }, loanHolder: undefined };
      case "insert":
      case "assume-empty":
        return { kind, node, place };
      case "maybe-throw":
        return { kind, node, by: "call", unwind: target(from, to) };
    }
  };
  const terminal = (from: BlockId, { next: [first, second], jumps }: Drawn): Terminal => {
    if (first === undefined) return { kind: "return" };
    if (second === undefined)
      return { kind: "goto", target: target(from, first), isBackEdge: false, ...(jumps ? { node } : {}) };
    return { kind: "branch", test: node, whenTrue: target(from, first), whenFalse: target(from, second), arm: false };
  };
  const blocks = drawn.map((each, id): Block => ({
    id,
    instructions: each.steps.map((step) => instruction(id, step)),
    terminal: terminal(id, each),
    cleanup: false,
  }));
  const program = { type: "Program", range: [0, 0] } as unknown as TSESTree.Program;
  return { graph: { node: program, name: "f", blocks, entry: 0, locals: [local], unsupported: [] }, local };
}
