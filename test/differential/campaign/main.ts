// npm run differential -- --functions 100000 --seed 1 [--write]: see docs/differential.md.
import { runChecker } from "../checker/run.js";
import { writeCase } from "../corpus/corpus.js";
import { generate } from "../generator/generate.js";
import { compare } from "../compare.js";
import { minimise, type Question } from "../judge/disagreement.js";
import { formatLeaks, LeakTally } from "../judge/leaks.js";
import { runPaths } from "../judge/paths.js";
import { Tally } from "../judge/tally.js";
import type { Subject } from "../language/subject.js";
import { printTypescript } from "../print/typescript.js";
import { runRustc, rustcVersion } from "../rustc/run.js";
import { formatReported } from "../rustc/verdicts.js";
import { readOptions } from "./options.js";
import { writeRow } from "./table.js";

const options = readOptions(process.argv.slice(2));
if (typeof options === "string") {
  console.error(options);
  process.exit(2);
}
const { functions, seed, batch, exceptions } = options;
const version = rustcVersion();
if (version === undefined) console.error("rustc is not installed: only path enumeration and the checker are compared");

const tallies = {
  rustcChecker: new Tally(),
  rustcPaths: new Tally(),
  pathsChecker: new Tally(),
  leaks: new LeakTally(),
};
const found = new Map<
  Question,
  { readonly subject: Subject; readonly index: number; readonly exceptions: boolean }[]
>();
function note(question: Question, subject: Subject, index: number, withExceptions: boolean): void {
  found.set(question, [...(found.get(question) ?? []), { subject, index, exceptions: withExceptions }]);
}

async function run(count: number, withExceptions: boolean): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    const subjects = Array.from({ length: Math.min(batch, count - from) }, (_, at) =>
      generate(seed, from + at, { closures: true, exceptions: withExceptions }),
    );
    const judged = version === undefined || withExceptions ? undefined : runRustc(subjects);
    const checked = runChecker(subjects);
    const rustc = await judged;
    subjects.forEach((subject, at) => {
      const paths = runPaths(subject, withExceptions);
      const { moves } = checked[at]!;
      const index = from + at;
      if (rustc) {
        if (tallies.rustcPaths.add(rustc[at]!, paths.moves)) note("rustc and paths", subject, index, withExceptions);
        if (tallies.rustcChecker.add(rustc[at]!, moves)) note("rustc and checker", subject, index, withExceptions);
        const comparison = compare(rustc[at]!, moves);
        if (comparison.kind === "both reject" && !comparison.sameLine)
          note("first line", subject, index, withExceptions);
      }
      if (tallies.pathsChecker.add(paths.moves, moves)) note("paths and checker", subject, index, withExceptions);
      if (tallies.leaks.add(paths, checked[at]!)) note("leaks", subject, index, withExceptions);
    });
    if (process.stderr.isTTY) process.stderr.write(`\r${from + subjects.length} of ${count}`);
  }
}

const started = performance.now();
await run(functions, false);
await run(exceptions, true);
const seconds = (performance.now() - started) / 1000;

function show(name: string, first: string, second: string, tally: Tally): void {
  console.log(
    `${name}: ${tally.functions} functions; ${tally.bothReject} rejected by both, ${tally.onlyFirst} by ${first} only, ${tally.onlySecond} by ${second} only; first lines equal ${tally.sameLinePercent}, codes equal ${tally.sameCodesPercent}`,
  );
}
console.log(`seed ${seed}, rustc ${version ?? "absent"}, ${seconds.toFixed(0)} s`);
show("rustc and the checker", "rustc", "the checker", tallies.rustcChecker);
show("rustc and path enumeration", "rustc", "path enumeration", tallies.rustcPaths);
show("path enumeration and the checker", "path enumeration", "the checker", tallies.pathsChecker);
const { leaks } = tallies;
console.log(
  `leaks: ${leaks.functions} functions; ${leaks.leaking} leak, ${leaks.byThrow} more or others if a call throws, ${leaks.different} differ in a variable`,
);
if (options.write) writeRow({ seed, rustc: version ?? "absent", exceptions, seconds, ...tallies });

for (const [question, cases] of found) {
  for (const { subject, index, exceptions: withExceptions } of cases.slice(0, options.shrink)) {
    const small = await minimise(question, subject, withExceptions);
    const typescript = printTypescript("f", small).lines;
    const rustc = version === undefined || withExceptions ? undefined : formatReported((await runRustc([small]))[0]!);
    const [checked] = runChecker([small]);
    const paths = runPaths(small, withExceptions);
    console.log(
      `\n${question}, seed ${seed}, function ${index}${withExceptions ? " with exceptions" : ""}: rustc ${rustc ?? "?"}; paths ${formatReported(paths.moves)} ${formatLeaks(paths.leaks)}; checker ${formatReported(checked!.moves)} ${formatLeaks(checked!.leaks)}`,
    );
    console.log(typescript.join("\n"));
    const about = `found by seed ${seed}, function ${index}`;
    if (question !== "first line") {
      writeCase(`${question.replaceAll(" ", "-")}-${seed}-${index}`, {
        about,
        question,
        exceptions: withExceptions,
        knownGap: true,
        ...(rustc === undefined ? {} : { rustc }),
        typescript,
        subject: small,
      });
    }
  }
}
const differences = [...found].filter(([question]) => question !== "first line");
if (differences.length > 0) process.exitCode = 1;
