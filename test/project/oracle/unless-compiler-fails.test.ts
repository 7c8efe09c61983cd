import assert from "node:assert/strict";
import { test } from "node:test";
import type TypeScript from "typescript";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../virtual-program.js";

const text =
  "declare const bubble: any;\nexport class A {\n  @bubble()\n  accessor #x = 1;\n  read() { return this.#x; }\n}\n";

test("an assertion of the compiler's own that fails keeps nothing from being checked", () => {
  const program = virtualProgram({ "a.ts": text }, { experimentalDecorators: true });
  const file = virtualFile(program, "a.ts");
  const failing = (node: TypeScript.Node): boolean | undefined => {
    if (!ts.isCallExpression(node)) return ts.forEachChild(node, failing);
    assert.throws(
      () => program.getTypeChecker().getContextualType(node),
      /Debug Failure/u,
      "TypeScript has mended it: this test can go",
    );
    return true;
  };
  assert.ok(failing(file));
  const { result, findings } = checkSourceFile(program, file, { force: true });
  assert.deepEqual(findings, []);
  assert.ok((result?.functions ?? 0) > 0);
});
