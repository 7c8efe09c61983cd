import assert from "node:assert/strict";
import { test } from "node:test";
import { AST_NODE_TYPES, simpleTraverse } from "@typescript-eslint/typescript-estree";
import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import { analyseFile } from "../../../src/project/analyse-file.js";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import { createAnalyser } from "../../../src/project/create-analyser.js";
import { TypescriptOracle } from "../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../src/project/source/parse-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../virtual-program.js";

/** The second overload takes anything: it is what remains when the `S` of a task is taken for another one. */
const TEXT = `
import { type CurrentTask, type FileDescriptorReservation, put_unused_fd, with_current } from "../../src/fd/index.js";
declare function reserve<S>(current: CurrentTask<S>): FileDescriptorReservation<S>;
declare function reserve(current: unknown): number;
declare function keep<R>(f: () => R): R;
declare function run<R>(task: { readonly body: <S>(current: CurrentTask<S>) => R }): R;
declare function all<R>(tasks: readonly (<S>(current: CurrentTask<S>) => R)[]): R;
export function inner(): void { with_current((current) => { keep(() => { const leak = reserve(current); }); return { n: 1 }; }); }
export function property(): void { run({ body: (current) => { const leak = reserve(current); } }); }
export function method(): void { run({ body(current) { const leak = reserve(current); } }); }
export function element(): void { all([(current) => { const leak = reserve(current); }]); }
export async function later(): Promise<void> { await with_current(async (current) => { using fd = reserve(current); await 0; put_unused_fd(fd); return [1]; }); }
export const scoped: { readonly body: <S>(current: CurrentTask<S>) => void } = { body: (current) => { const leak = reserve(current); } };
`;

const program = (): TypeScript.Program => virtualProgram({ "order.ts": TEXT });
const errors = (of: TypeScript.Program): string[] =>
  of
    .getSemanticDiagnostics(virtualFile(of, "order.ts"))
    .map(({ start, messageText }) => `${start ?? 0} ${ts.flattenDiagnosticMessageText(messageText, " ")}`);

interface Asked {
  readonly program: TypeScript.Program;
  readonly oracle: TypescriptOracle;
  readonly calls: readonly TSESTree.CallExpression[];
  readonly node: (node: TSESTree.Node) => TypeScript.Node | undefined;
}

function ask(): Asked {
  const made = program();
  const parsed = parseFile(made, virtualFile(made, "order.ts"), false);
  if ("message" in parsed) throw new Error(parsed.message);
  const calls: TSESTree.CallExpression[] = [];
  simpleTraverse(parsed.ast, {
    enter: (node) => {
      if (node.type === AST_NODE_TYPES.CallExpression) calls.push(node);
    },
  });
  return { program: made, oracle: new TypescriptOracle(ts, made, parsed.node), calls, node: parsed.node };
}

test("whichever call is asked for first, its type is what tsc gives it, and tsc's own errors stay as they are", () => {
  const checked = ask();
  const told = errors(checked.program);
  const want = checked.calls.map((call) => checked.oracle.typeOf(call).name);
  assert.ok(want.filter((name) => name.startsWith("FileDescriptorReservation<S")).length === 6, want.join("; "));
  for (const [at, name] of want.entries()) {
    const { oracle, calls, program: fresh } = ask();
    assert.equal(oracle.typeOf(calls[at]!).name, name, `call ${at}`);
    assert.deepEqual(errors(fresh), told, `after call ${at}`);
  }
});

test("known gap: the compiler itself takes another overload when it is asked for the inner call first", () => {
  const { program: fresh, calls, node } = ask();
  const checker = fresh.getTypeChecker();
  const inner = node(
    calls.find(({ callee }) => callee.type === AST_NODE_TYPES.Identifier && callee.name === "reserve")!,
  )!;
  assert.equal(checker.typeToString(checker.getTypeAtLocation(inner)), "number");
});

test("linters and editors find what the command finds", () => {
  const expected = ((of: TypeScript.Program) =>
    checkSourceFile(of, virtualFile(of, "order.ts")).findings.map(({ code, span }) => `${code} ${span.start}`))(
    program(),
  );
  assert.equal(expected.filter((finding) => finding.startsWith("MC1001")).length, 5, expected.join("; "));
  for (const analyse of [analyseFile, createAnalyser()]) {
    const made = program();
    const sourceFile = virtualFile(made, "order.ts");
    const parsed = parseFile(made, sourceFile, true);
    assert.ok("ast" in parsed);
    const { findings } = analyse({ ts, program: made, sourceFile, parsed });
    assert.deepEqual(
      findings.map(({ code, span }) => `${code} ${span.start}`),
      expected,
    );
  }
});
