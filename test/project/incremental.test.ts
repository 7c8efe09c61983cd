import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { TSESTree } from "@typescript-eslint/types";
import fc from "fast-check";
import type { SourceFile } from "typescript";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../../src/checker/diagnostics/diagnostic.js";
import type { TypeOracle } from "../../src/checker/oracle/type-oracle.js";
import { bySpan } from "../../src/checker/syntax/span.js";
import { FileTexts } from "../../src/hosts/lsp/file-texts.js";
import { createService, type Service } from "../../src/hosts/lsp/service.js";
import { type Check, checkTree, IncrementalCheck } from "../../src/project/incremental/incremental-check.js";
import { loadConfig } from "../../src/project/config/load-config.js";
import { ts } from "../../src/project/source/typescript.js";

const KIT = new URL("../../src/index.js", import.meta.url).pathname;

/** Functions that depend on one another's types in the ways there are: declared, inferred, through fields, through narrowing. */
const TEXT = `import type { Linear, Ref } from ${JSON.stringify(KIT)};
interface Token extends Linear { readonly n: number; consume(): void }
declare function make(): Token;
declare function eat(token: Token): void;
let shared: number | string = "none";
function inferred() {
  return make();
}
function declared(): Token {
  const token = make();
  return token;
}
export function user(flag: boolean) {
  const token = inferred();
  if (flag) eat(token);
  return declared();
}
const arrow = (token: Token) => {
  eat(token);
  return { kept: inferred(), n: 1 };
};
class Holder {
  field;
  constructor() {
    this.field = inferred();
  }
  take() {
    return this.field;
  }
}
export function last(holder: Holder, borrowed: Ref<Token>) {
  const one = arrow(holder.take());
  if (typeof shared === "string") return () => shared;
  return [one.kept, borrowed];
}
export {};
`;

/** Each replaces a piece of text by another, or back. */
const EDITS: readonly (readonly [string, string])[] = [
  ["return make();", "return make().n;"],
  ["return make();", "const a = make(); return [a];"],
  ["return token;", "eat(token); return make();"],
  ["if (flag) eat(token);", "while (flag) eat(token);"],
  ["return declared();", "return 1;"],
  ["kept: inferred()", "kept: 1"],
  ["(token: Token) => {", "(token: Token): { kept: Token; n: number } => {"],
  ["this.field = inferred();", "this.field = 1;"],
  ["return this.field;", "return String(this.field);"],
  ["export {};", "export {};\nexport function more() { return inferred(); }"],
  ["interface Token extends Linear", "// a comment\ninterface Token extends Linear"],
  ["const token = make();", "shared = 1; const token = make();"],
  ["declare function make(): Token;", "declare function make(): Token | null;"],
  ["const one =", "class Local { n = inferred(); } const one = new Local(), two ="],
];

/** In place of the checker: tells every type and call that the oracle can be asked about. */
const tellTypes: Check = (ast, oracle) => {
  const diagnostics: Diagnostic[] = [];
  const tell = (node: TSESTree.Node, message: string): void => {
    diagnostics.push({
      code: "MC0382",
      severity: "error",
      message,
      span: { start: node.range[0], end: node.range[1] },
      related: [],
    });
  };
  const visit = (node: TSESTree.Node): void => {
    if (node.type === "Identifier" || node.type === "MemberExpression") tell(node, typeText(oracle, node));
    if (node.type === "CallExpression") tell(node, `${JSON.stringify(oracle.call(node))} ${typeText(oracle, node)}`);
    for (const [key, child] of Object.entries(node) as [string, unknown][]) {
      if (key === "parent") continue;
      for (const each of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(each)) visit(each);
    }
  };
  visit(ast);
  return { result: { diagnostics: diagnostics.sort(bySpan), unsupported: [], functions: 0 }, analyses: [] };
};

const isNode = (value: unknown): value is TSESTree.Node =>
  typeof value === "object" && value !== null && "type" in value && "range" in value;

function typeText(oracle: TypeOracle, node: TSESTree.Expression): string {
  const { name, ownership, members, container } = oracle.typeOf(node);
  return `${name} ${ownership} ${members.join()} ${String(container)}`;
}

describe("analysing only what has changed", () => {
  let folder = "";
  let file = "";
  let service: Service;
  const texts = new FileTexts();
  let version = 0;
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-incremental-")));
    file = join(folder, "a.ts");
    writeFileSync(file, TEXT);
    const compilerOptions = {
      strict: true,
      noImplicitAny: false,
      target: "es2022",
      lib: ["es2023", "esnext.disposable"],
      module: "nodenext",
      types: [],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    service = createService(loadConfig(join(folder, "tsconfig.json")), folder, texts);
  });
  after(() => {
    service.service.dispose();
    rmSync(folder, { recursive: true });
  });

  /** The file in a new program, with another text. */
  function withText(text: string): {
    ts: typeof ts;
    program: NonNullable<ReturnType<Service["service"]["getProgram"]>>;
    sourceFile: SourceFile;
  } {
    version += 1;
    texts.set(file, TextDocument.create("file:///a.ts", "typescript", version, text));
    const program = service.service.getProgram()!;
    return { ts, program, sourceFile: program.getSourceFile(file)! };
  }

  it("analyses one function again after a change in it that no other can see", () => {
    const check = new IncrementalCheck(tellTypes);
    assert.equal(check.run(withText(TEXT))?.analysedUnits, 8);
    assert.equal(check.run(withText(TEXT.replace("return token;", "eat(token); return make();")))?.analysedUnits, 1);
    assert.equal(check.run(withText(TEXT.replace("return token;", "eat(token); return make();")))?.analysedUnits, 0);
  });

  it("analyses every function again after a change that may change types elsewhere", () => {
    for (const [before, changed] of [
      ["return make();", "return make().n;"],
      ["this.field = inferred();", "this.field = 1;"],
      ["declare function make(): Token;", "declare function make(): Token | null;"],
      ["const token = make();", "shared = 1; const token = make();"],
    ] as const) {
      const check = new IncrementalCheck(tellTypes);
      check.run(withText(TEXT));
      assert.equal(check.run(withText(TEXT.replace(before, changed)))?.analysedUnits, 8, changed);
    }
  });

  it("analyses everything again where the module itself holds a linear variable", () => {
    const check = new IncrementalCheck(tellTypes);
    const text = TEXT.replace("export {};", "const kept = make();\nexport {};");
    check.run(withText(text));
    assert.equal(check.run(withText(text))?.analysedUnits, 8);
  });

  for (const [name, check] of [
    ["types and calls", tellTypes],
    ["the checker's result", checkTree],
  ] as const) {
    it(`gives the same as a full analysis after any edits: ${name}`, () => {
      const edit = fc.record({ at: fc.nat(EDITS.length - 1), back: fc.boolean() });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          const incremental = new IncrementalCheck(check);
          let text = TEXT;
          incremental.run(withText(text));
          for (const { at, back } of edits) {
            const [from, to] = EDITS[at]!;
            text = back ? text.replace(to, from) : text.includes(to) ? text : text.replace(from, to);
            const now = withText(text);
            assert.deepEqual(
              incremental.run(now)?.result.diagnostics,
              new IncrementalCheck(check).run(now)?.result.diagnostics,
            );
          }
        }),
        { numRuns: 12, seed: 20261123 },
      );
    });
  }
});
