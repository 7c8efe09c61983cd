import { readFileSync, writeFileSync } from "node:fs";
import type { LeakTally } from "../judge/leaks.js";
import type { Tally } from "../judge/tally.js";

/** The numbers of one campaign. */
export interface Row {
  readonly seed: number;
  readonly rustc: string;
  readonly exceptions: number;
  readonly seconds: number;
  readonly rustcChecker: Tally;
  readonly rustcPaths: Tally;
  readonly pathsChecker: Tally;
  readonly leaks: LeakTally;
}

const page = new URL("../../../docs/differential.md", import.meta.url);
const end = "<!-- end of the campaigns -->";

/** Adds a campaign to the table in docs/differential.md; an earlier one with the same seed goes. */
export function writeRow({
  seed,
  rustc,
  exceptions,
  seconds,
  rustcChecker,
  rustcPaths,
  leaks,
  pathsChecker,
}: Row): void {
  const text = readFileSync(page, "utf8");
  const cells = [
    seed,
    rustc,
    rustcChecker.functions,
    rustcChecker.bothReject,
    rustcChecker.onlyFirst,
    rustcChecker.onlySecond,
    rustcChecker.sameLinePercent,
    rustcPaths.onlyFirst + rustcPaths.onlySecond,
    exceptions,
    pathsChecker.onlyFirst + pathsChecker.onlySecond,
    leaks.leaking,
    leaks.byThrow,
    `${leaks.different} of ${leaks.functions}`,
    `${Math.round(seconds)} s`,
  ];
  const lines = text.split("\n").filter((line) => !line.startsWith(`| ${seed} |`));
  lines.splice(lines.indexOf(end), 0, `| ${cells.join(" | ")} |`);
  writeFileSync(page, lines.join("\n"));
}
