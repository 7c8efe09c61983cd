// What is well formed passes, over all that other tests lower; here, each way of not being it is told apart.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import { assertWellFormed } from "../../../src/checker/graph/assert-well-formed.js";
import type { Block } from "../../../src/checker/ir/block.js";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import type { Instruction } from "../../../src/checker/ir/instruction.js";
import { addPath } from "../../../src/checker/ir/move-path.js";
import { UNTERMINATED } from "../../../src/checker/ir/terminal.js";
import { lowerBodies } from "../support/lower-bodies.js";
import { namedOracle } from "../support/named-oracle.js";

const text = `
  function f(p, c) {
    while (c) {
      const t = make();
      try { look(t); } catch { again(c); }
      if (c) eat(t); else eat(t);
    }
    eat(p.a);
  }
`;

function lowered(): ControlFlowGraph {
  const graph = lowerBodies(parse(text, { range: true, loc: true }), namedOracle).find(({ name }) => name === "f");
  assert.ok(graph !== undefined);
  return graph;
}

const find = <K extends Instruction["kind"]>(
  { blocks }: ControlFlowGraph,
  kind: K,
): { readonly block: Block; readonly at: number; readonly instruction: Extract<Instruction, { kind: K }> } => {
  for (const block of blocks) {
    const at = block.instructions.findIndex((each) => each.kind === kind);
    const instruction = block.instructions[at];
    if (instruction?.kind === kind) return { block, at, instruction: instruction as Extract<Instruction, { kind: K }> };
  }
  throw new Error(`no ${kind}`);
};

/** Changes what is read-only to everybody else. */
function change<T extends object>(of: T, by: Partial<{ -readonly [P in keyof T]: T[P] }>): void {
  Object.assign(of, by);
}

const damages: Readonly<Record<string, { readonly damage: (graph: ControlFlowGraph) => void; readonly told: RegExp }>> =
  {
    "a block with another's number": {
      damage: ({ blocks }) => {
        change(blocks[1]!, { id: 2 });
      },
      told: /block 1 is numbered 2/,
    },
    "a local with another's number": {
      damage: ({ locals }) => {
        change(locals[0]!, { id: 7 });
      },
      told: /local 0 is numbered 7/,
    },
    "a local of another graph": {
      damage: (graph) => {
        const { block, at, instruction } = find(graph, "storage-live");
        block.instructions[at] = { ...instruction, local: { ...instruction.local } };
      },
      told: /storage-live p: the local is not of this graph/,
    },
    "a path that its local does not know": {
      damage: (graph) => {
        const { block, at, instruction } = find(graph, "move");
        block.instructions[at] = { ...instruction, place: { ...instruction.place } };
      },
      told: /the path is not of its local/,
    },
    "two paths for one field": {
      damage: ({ locals }) => {
        const { root } = locals.find(({ name }) => name === "p")!;
        addPath(root.local, root, "a", root.facts);
      },
      told: /p has two paths for one field/,
    },
    "a path that its parent does not know": {
      damage: ({ locals }) => {
        locals.find(({ name }) => name === "p")!.root.children.length = 0;
      },
      told: /the path p\.a is not among its parent's/,
    },
    "an entry that there is not": {
      damage: (graph) => {
        change(graph, { entry: 1000 });
      },
      told: /there is no entry bb1000/,
    },
    "a target that there is not": {
      damage: ({ blocks }) => {
        blocks[0]!.terminal = { kind: "goto", target: 1000, isBackEdge: false };
      },
      told: /bb0: goto bb1000: there is no bb1000/,
    },
    "a call that unwinds nowhere": {
      damage: (graph) => {
        change(find(graph, "maybe-throw").instruction, { unwind: 1000 });
      },
      told: /maybe-throw \(call\) -> unwind bb1000: there is no such block/,
    },
    "a call that unwinds to its own block": {
      damage: (graph) => {
        const { block, instruction } = find(graph, "maybe-throw");
        change(instruction, { unwind: block.id });
      },
      told: /it unwinds to its own block/,
    },
    "a block that nobody ended": {
      damage: ({ blocks }) => {
        blocks[0]!.terminal = UNTERMINATED;
      },
      told: /bb0 can be reached and was never ended/,
    },
    "two blocks that return": {
      damage: ({ blocks }) => {
        blocks[0]!.terminal = { kind: "return" };
      },
      told: /there are 2 blocks that return/,
    },
    "an exception resumed where none is on its way": {
      damage: ({ blocks }) => {
        change(
          blocks.find(({ terminal }) => terminal.kind === "resume")!,
          { cleanup: false },
        );
      },
      told: /resume: without an exception on its way/,
    },
    "a condition that leads to where an exception is cleaned up": {
      damage: (graph) => {
        const cleanup = graph.blocks.find((block) => block.cleanup)!;
        const { terminal } = graph.blocks.find((block) => block.terminal.kind === "branch")!;
        assert.ok(terminal.kind === "branch");
        change(terminal, { whenTrue: cleanup.id });
      },
      told: /a condition leads to bb\d+, which cleans up/,
    },
    "a back edge to what does not dominate it": {
      damage: ({ blocks }) => {
        const { terminal } = blocks.find((block) => block.terminal.kind === "goto" && block.terminal.isBackEdge)!;
        const after = blocks.find(({ instructions }) =>
          instructions.some((each) => each.kind === "move" && each.place.text === "p.a"),
        )!;
        assert.ok(terminal.kind === "goto");
        change(terminal, { target: after.id });
      },
      told: /goto bb\d+ \(back edge\): the target does not dominate the block/,
    },
    "a mention before the storage is live": {
      damage: (graph) => {
        const { block, at } = find(graph, "storage-live");
        block.instructions.push(...block.instructions.splice(at, 1));
      },
      told: /p = owned \(initial\): the storage of _\d+ \(p\) may not be live/,
    },
    "a mention after the storage is dead": {
      damage: (graph) => {
        const { block, at } = find(graph, "move");
        const { local } = find(graph, "storage-dead").instruction;
        block.instructions.splice(at, 0, {
          kind: "storage-dead",
          local: graph.locals.find(({ name }) => name === "t")!,
          node: local.node,
        });
      },
      told: /the storage of _\d+ \(t\) may not be live/,
    },
    "an instruction that points outside": {
      damage: (graph) => {
        const { block, at, instruction } = find(graph, "move");
        block.instructions[at] = { ...instruction, node: { ...instruction.node, range: [0, 1] } };
      },
      told: /it points outside of the function/,
    },
  };

describe("a graph that is not well formed", () => {
  it("is none when it was lowered", () => {
    assertWellFormed(lowered());
  });
  for (const [name, { damage, told }] of Object.entries(damages)) {
    it(`has ${name}`, () => {
      const graph = lowered();
      damage(graph);
      assert.throws(() => {
        assertWellFormed(graph);
      }, told);
    });
  }
});
