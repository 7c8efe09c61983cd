// npm run differential -- --functions 100000 --seed 1: compares rustc and path enumeration on generated functions.
import { parseArgs } from "node:util";
import { generate } from "../generator/generate.js";
import { judge } from "../generator/repair.js";
import type { Subject } from "../language/subject.js";
import { printRust } from "../print/rust.js";
import { runRustc, rustcVersion } from "../rustc/run.js";
import { formatReported, normalise } from "../rustc/verdicts.js";
import { shrink } from "../shrink/shrink.js";
import { compare } from "../compare.js";
import { Tally } from "./tally.js";

const { values } = parseArgs({
  options: { functions: { type: "string", default: "10000" }, seed: { type: "string", default: "1" }, batch: { type: "string", default: "500" } },
});
const [functions, seed, batch] = [Number(values.functions), Number(values.seed), Number(values.batch)];
if (![functions, seed, batch].every((each) => Number.isSafeInteger(each) && each > 0)) {
  console.error("--functions, --seed and --batch take positive integers");
  process.exit(2);
}
const version = rustcVersion();
if (version === undefined) {
  console.error("a campaign needs rustc; the tests compare with its recorded verdicts");
  process.exit(2);
}

const paths = (subject: Subject) => normalise(judge(subject).violations.map(({ code, line }) => ({ code, line })));
const tally = new Tally();
const disagreements: Subject[] = [];
const started = performance.now();
for (let from = 0; from < functions; from += batch) {
  const subjects = Array.from({ length: Math.min(batch, functions - from) }, (_, at) => generate(seed, from + at, { closures: true, exceptions: false }));
  const rustc = await runRustc(subjects);
  subjects.forEach((subject, at) => {
    if (tally.add(rustc[at]!, paths(subject))) disagreements.push(subject);
  });
}
console.log(`rustc ${version} and path enumeration, seed ${seed}: ${tally.functions} functions, ${tally.bothReject} rejected by both, ` +
  `${tally.onlyFirst} by rustc only, ${tally.onlySecond} by path enumeration only; same codes ${tally.sameCodesPercent}; ` +
  `${((performance.now() - started) / 1000).toFixed(1)} s`);
for (const subject of disagreements.slice(0, 10)) {
  const small = await shrink(subject, async (smaller) => (await runRustc(smaller)).map((reported, at) => compare(reported, paths(smaller[at]!)).kind.startsWith("only")));
  const [reported = []] = await runRustc([small]);
  console.log(`\nrustc: ${formatReported(reported)}   paths: ${formatReported(paths(small))}\n${printRust("f", small).lines.join("\n")}`);
}
if (disagreements.length > 0) process.exitCode = 1;
