// Writes the recorded verdicts anew (needs rustc); with --check only says whether they are up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { runRustc, rustcVersion } from "../rustc/run.js";
import type { Reported } from "../rustc/verdicts.js";
import { formatRecorded, recordedCount, recordedFile, recordedSubject } from "./recorded.js";

const version = rustcVersion();
if (version === undefined) {
  console.error("rustc is not installed: the verdicts can't be recorded");
  process.exit(2);
}
const subjects = Array.from({ length: recordedCount }, (_, index) => recordedSubject(index));
const verdicts: (readonly Reported[])[] = [];
for (let from = 0; from < subjects.length; from += 500) verdicts.push(...(await runRustc(subjects.slice(from, from + 500))));
const text = formatRecorded(version, subjects, verdicts);
if (!process.argv.includes("--check")) {
  writeFileSync(recordedFile, text);
} else if (readFileSync(recordedFile, "utf8") !== text) {
  console.error("the recorded verdicts are stale: run `npm run differential:record`");
  process.exit(1);
}
