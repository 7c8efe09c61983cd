import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { generate } from "../generator/generate.js";
import { judge } from "../generator/repair.js";
import type { Subject } from "../language/subject.js";
import { printTypescript } from "../print/typescript.js";
import { shrink } from "./shrink.js";

describe("shrinking", () => {
  it("finds the two moves that make a use after move", async () => {
    const moves = (subject: Subject): boolean => judge(subject).violations.some(({ code }) => code === "E0382");
    const index = Array.from({ length: 50 }, (_, at) => at).find((at) =>
      moves(generate(5, at, { closures: true, exceptions: false })),
    )!;
    const small = await shrink(generate(5, index, { closures: true, exceptions: false }), (subjects) =>
      Promise.resolve(subjects.map(moves)),
    );
    assert.ok(moves(small));
    assert.ok(printTypescript("f", small).lines.length <= 5, printTypescript("f", small).lines.join("\n"));
  });
});
