/** Every sentence the matrix says to its user, except the table itself. */
export const messages = {
  usage: `usage: movecheck matrix [options] [name...]

Runs rustc, the three TypeScript compilers and the run-time guard over the misuse catalogue and prints what each says.
Names (or parts of names) narrow the run to the cases they match.

  --json       print one JSON document instead of the table
  --check      also fail when the generated table in docs/ is stale; write nothing
  --record     rewrite the recorded verdicts with what the layers say now (for maintainers: review the diff)
  --no-color   no colours, whatever the terminal
  -h, --help   print this

exit status: 0 every recorded verdict holds; 1 one changed; 2 bad usage
`,
  badUsage: (problem: string): string => `${problem} (see movecheck matrix --help)`,
  noSuchCase: (filter: string): string => `no case of the catalogue has "${filter}" in its name`,
  recordNeedsAll: "--record and --check exclude each other",
  checkNeedsAll: "--check takes no names: it compares the whole table",
  noCatalogue: (directory: string): string => `no misuse catalogue at ${directory}`,
  badCase: (name: string, problem: string): string => `catalogue case ${name}: ${problem}`,
  badRecord: (file: string, problem: string): string => `${file}: ${problem}`,
  legend: "run time: the guard's codes without ERR_MOVECHECK_; leak: a MOVECHECK_LEAK warning; –: nothing against it",
  notBuilt: "the package is not built: run npm run build first",
  staleBuild: "the build is older than src: run npm run build first",
  noLibrary: "the cases of the catalogue import the library, which is not installed: npm install movecheck",
  stray: (where: string, problem: string): string => `an error outside the catalogue's cases, ${where}: ${problem}`,
  checkerFailed: (name: string, problem: string): string => `the checker itself failed on ${name}: ${problem}`,
  crashed: (name: string): string => `the run-time layer ended while running ${name}`,
  stuck: (name: string, seconds: number): string => `${name} did not end within ${seconds} s`,
  changed: (layer: string, name: string): string => `${name}: ${layer} changed its verdict`,
  recordedVersion: (recorded: string, now: string): string =>
    `recorded with ${recorded}, now ${now}: differences are shown and not counted`,
  stale: (file: string): string => `${file} is stale: run npm start and commit it`,
  written: (file: string): string => `wrote ${file}`,
  recorded: (count: number): string => `rewrote ${count} verdict${count === 1 ? "" : "s"}`,
  allHold: (count: number): string => `every recorded verdict holds (${count} cases)`,
  someChanged: (count: number): string => `${count} recorded verdict${count === 1 ? "" : "s"} changed`,
} as const;

/** What the user can mend, said in one line: bad usage, a malformed catalogue, a missing build. */
export class MatrixError extends Error {
  override readonly name = "MatrixError";
  /** 2 for bad usage, 1 for everything else. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
