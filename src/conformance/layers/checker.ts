import type TypeScript from "typescript";
import { checkSourceFile } from "../../project/check-source-file.js";
import { ts } from "../../project/source/typescript.js";
import { sortCodes } from "../markers.js";
import { MatrixError, messages } from "../messages.js";
import { strictOptions } from "../tsc.js";
import type { CodeAt } from "../verdict.js";
import { assertBuilt } from "./built.js";
import { caseOptions, noNodeTypes } from "./case-options.js";
import { cellOfCodes, describeCodes } from "./codes.js";
import type { Layer } from "./layer.js";

/** What the checker says, its warnings included; what tsc says of the same file is no matter. */
export const checkerLayer: Layer<readonly CodeAt[]> = {
  id: "checker",
  find: () =>
    Promise.resolve(
      caseOptions() === undefined
        ? { here: false, why: noNodeTypes }
        : { here: true, version: `on TypeScript ${ts.version}` },
    ),
  async run(_catalogue, cases, done) {
    await assertBuilt();
    const { options } = ts.convertCompilerOptionsFromJson({ ...strictOptions, ...caseOptions() }, ".");
    const program = ts.createProgram(
      cases.map(({ typescript }) => typescript),
      options,
    );
    const found = new Map<string, readonly CodeAt[]>();
    for (const { name, typescript } of cases) {
      const file = program.getSourceFile(typescript);
      if (file === undefined) throw new MatrixError(messages.badCase(name, "can't read case.ts"));
      found.set(name, sortCodes(check(name, program, file)));
      done(1);
    }
    return found;
  },
  recorded: (verdict) => verdict.checker,
  // Decided by the marks in case.ts: a checker that got it wrong must not become the verdict.
  record: (verdict) => verdict,
  describe: describeCodes,
  cell: cellOfCodes,
  stops: (found) => found.length > 0,
};

function check(name: string, program: TypeScript.Program, file: TypeScript.SourceFile): CodeAt[] {
  try {
    const { findings } = checkSourceFile(program, file, { validateGraphs: true });
    return findings.map(({ code, source, span }) => ({ code, line: source.positionAt(span.start).line }));
  } catch (error) {
    throw new MatrixError(messages.checkerFailed(name, error instanceof Error ? error.message : String(error)));
  }
}
