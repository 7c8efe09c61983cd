import { AST_NODE_TYPES, simpleTraverse } from "@typescript-eslint/typescript-estree";
import type { TSESTree } from "@typescript-eslint/types";
import type { FunctionNode } from "../../../src/checker/syntax/nodes.js";
import { TypescriptOracle } from "../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../src/project/source/parse-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../virtual-program.js";

/** An oracle over one virtual file, and the nodes that the file marks with a comment in front: `/*name*\/node`. */
export interface Marked {
  readonly oracle: TypescriptOracle;
  /** The largest expression that starts at the mark. */
  readonly expression: (name: string) => TSESTree.Expression;
  /** All functions of the text in order of their bodies. */
  readonly functions: () => FunctionNode[];
  /** The smallest node of a kind that starts at the mark. */
  readonly find: <K extends TSESTree.Node["type"]>(name: string, kind: K) => Extract<TSESTree.Node, { type: K }>;
}

const prelude = `
import type { Consume, Linear, Live, Moved, NotMoved, NotThreadSafe, Once, Ref, Send } from "../../src/index.js";
interface Conn extends Linear { readonly id: number; query(): string; close(): void }
interface Bound extends NotThreadSafe { readonly task: number }
interface Pair { a: Conn; n: number; b: Conn }
declare const eat: Consume<Conn, "eat">;
declare function make(): Conn;
declare function cond(): boolean;
`;

/** Checks nothing by itself: parses `text` after a prelude that imports the kit. */
export function marked(text: string): Marked {
  const program = virtualProgram({ "marked.ts": prelude + text });
  const file = virtualFile(program, "marked.ts");
  const parsed = parseFile(program, file, false);
  if ("message" in parsed) throw new Error(parsed.message);
  const all: TSESTree.Node[] = [];
  simpleTraverse(parsed.ast, { enter: (node) => all.push(node) });
  const at = (name: string): TSESTree.Node[] => {
    const mark = `/*${name}*/`;
    const index = file.text.indexOf(mark);
    if (index < 0) throw new Error(`no mark ${mark}`);
    return all.filter((node) => node.range[0] === index + mark.length);
  };
  return {
    oracle: new TypescriptOracle(ts, program, parsed.node),
    expression(name) {
      const found = at(name).find((node) => /Expression$|^Identifier$|Literal$/u.test(node.type));
      if (found === undefined) throw new Error(`no expression at ${name}`);
      return found as TSESTree.Expression;
    },
    functions: () =>
      all.filter(
        (node): node is FunctionNode =>
          node.type === AST_NODE_TYPES.FunctionDeclaration ||
          node.type === AST_NODE_TYPES.FunctionExpression ||
          node.type === AST_NODE_TYPES.ArrowFunctionExpression,
      ),
    find(name, kind) {
      const found = at(name).findLast((node) => node.type === kind);
      if (found === undefined) throw new Error(`no ${kind} at ${name}`);
      return found as never;
    },
  };
}
