import { dirname, sep } from "node:path";
import { sortCodes } from "../markers.js";
import { MatrixError, messages } from "../messages.js";
import { findTsc, runTsc, type TscVersion } from "../tsc.js";
import { type CodeAtColumn, recordedTsc, withTsc } from "../verdict.js";
import { assertBuilt } from "./built.js";
import { caseOptions, noNodeTypes } from "./case-options.js";
import { cellOfCodes, describeCodes } from "./codes.js";
import type { Layer } from "./layer.js";

/** What one TypeScript compiler says by itself, of the whole catalogue as one program. */
export function tscLayer(version: TscVersion): Layer<readonly CodeAtColumn[]> {
  return {
    id: `tsc ${version}`,
    async find() {
      const installed = await findTsc(version);
      if (installed === undefined) return { here: false, why: `TypeScript ${version} is not installed` };
      if (caseOptions() === undefined) return { here: false, why: noNodeTypes };
      return { here: true, version: installed.version };
    },
    async run(catalogue, cases, done) {
      await assertBuilt();
      const { diagnostics } = await runTsc(
        version,
        cases.map(({ typescript }) => typescript),
        {
          compilerOptions: caseOptions() ?? {},
        },
      );
      const found = new Map<string, CodeAtColumn[]>(cases.map(({ name }) => [name, []]));
      const byFile = new Map(cases.map(({ name, typescript }) => [slashed(typescript), name]));
      for (const { file, line, column, code, message } of diagnostics) {
        const list = found.get(byFile.get(slashed(file)) ?? "");
        if (list === undefined)
          throw new MatrixError(
            messages.stray(`${file || dirname(catalogue.directory)}:${line}`, `${code}: ${message}`),
          );
        list.push({ code, line, column });
      }
      done(cases.length);
      return new Map([...found].map(([name, errors]) => [name, sortCodes(errors)]));
    },
    recorded: (verdict) => recordedTsc(verdict, version),
    record: (verdict, found) => withTsc(verdict, version, found),
    describe: describeCodes,
    cell: cellOfCodes,
    stops: (found) => found.length > 0,
  };
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
