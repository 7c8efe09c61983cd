import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";

const HEAD = `import { fd_install, get_unused_fd_flags, put_unused_fd, type ARef, type CurrentTask, type File } from "../../src/fd/index.js";
import type { Linear, Ref } from "../../src/index.js";
interface Plain extends Linear { end(this: Plain): void }
declare function plain(): Plain;
declare function look(at: unknown): void;
declare const kept: unknown[];
`;

/** The findings of a body, and the text after the one fix that is offered. */
function fixed(text: string): { codes: string[]; after: string | undefined } {
  const program = virtualProgram({ "a.ts": HEAD + text });
  const { findings } = checkSourceFile(program, virtualFile(program, "a.ts"));
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  const [edit] = edits;
  const whole = HEAD + text;
  const after =
    edit === undefined ? undefined : whole.slice(0, edit.span.start) + edit.newText + whole.slice(edit.span.end);
  return { codes: findings.map(({ code }) => code), after: after?.slice(HEAD.length) };
}

const inside = (body: string): string => `export function f<S>(current: CurrentTask<S>, flag: boolean) {\n${body}\n}\n`;

describe("the fix of a leak: `const` becomes `using`", () => {
  const text = inside(
    "const fd = get_unused_fd_flags(current, 0);\nif (!fd.ok) return fd.errno;\nif (flag) put_unused_fd(fd);\nreturn 0;",
  );

  it("is offered where consumers are all that takes the value away", () => {
    const { codes, after } = fixed(text);
    assert.deepEqual(codes, ["MC1001"]);
    assert.equal(after, text.replace("const fd", "using fd"));
  });

  it("leaves nothing to report, for tsc neither", () => {
    const after = fixed(text).after!;
    assert.deepEqual(fixed(after).codes, []);
    const program = virtualProgram({ "a.ts": HEAD + after });
    assert.deepEqual(
      program
        .getSemanticDiagnostics(virtualFile(program, "a.ts"))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
      [],
    );
  });

  const unsafe = {
    "a value that is returned on some path":
      "const fd = get_unused_fd_flags(current, 0);\nif (flag) return fd;\nreturn 0;",
    "a value that is stored on some path":
      "const fd = get_unused_fd_flags(current, 0);\nif (flag) kept.push({ fd });\nreturn 0;",
    "a value that can't be disposed of": "const token = plain();\nif (flag) token.end();\nreturn 0;",
    "a value that a closure looks at": "const fd = get_unused_fd_flags(current, 0);\nlook(() => fd.ok);\nreturn 0;",
    "a value of which a reference is returned":
      "const fd = get_unused_fd_flags(current, 0);\nconst ref: Ref<typeof fd> = fd;\nreturn ref;",
    "a declaration in a clause of a switch":
      "switch (flag) {\ncase true:\nconst fd = get_unused_fd_flags(current, 0);\nif (fd.ok) fd.reserved_fd();\n}\nreturn 0;",
    "a variable beside another":
      "const n = 1, fd = get_unused_fd_flags(current, 0);\nif (flag && fd.ok) put_unused_fd(fd);\nreturn n;",
    "a variable that is assigned later":
      "let fd = get_unused_fd_flags(current, 0);\nif (flag) fd = get_unused_fd_flags(current, 0);\nreturn 0;",
  };
  for (const [name, body] of Object.entries(unsafe)) {
    it(`is not offered for ${name}`, () => {
      const { codes, after } = fixed(inside(body));
      assert.ok(codes.includes("MC1001"), codes.join());
      assert.equal(after, undefined);
    });
  }
});
