// What the checker adds to `tsc --noEmit`: the same TypeScript, the same project, the same run, no cache on disk.
//
// Two measurements of each variant. "in one process": type-check a program as tsc does, then run the checker over the
// same program; the ratio is what a tool that does both pays. "as commands": `tsc --noEmit` and `movecheck check`, each
// from a cold start; the second loads and parses the project again. Needs a build (`npm run build`) for the commands.
//
// Usage: tsx bench/check-vs-tsc.ts [modules]      (300 by default: more than 100,000 lines)
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { generateProject } from "./support/generated-project.js";
import type { GeneratedProject } from "./support/generated-project.js";
import { readArguments, readVariable } from "./support/read-arguments.js";
import { medianOf, milliseconds } from "./support/timed.js";

const usage = "tsx bench/check-vs-tsc.ts [modules]";
const modules = readArguments({ usage, count: 300 }).count;
const runs = readVariable("RUNS", 5, usage);
const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
const movecheck = fileURLToPath(new URL("../dist/hosts/cli/main.js", import.meta.url));
const reportCpu = fileURLToPath(new URL("support/report-cpu.cjs", import.meta.url));
const inOne = fileURLToPath(new URL("support/check-in-one-process.ts", import.meta.url));

const oneFile = `import { fd_install, get_unused_fd_flags, O_CLOEXEC, type ARef, type CurrentTask, type File } from "movecheck/fd";
export function attach<S>(current: CurrentTask<S>, file: ARef<File>): number {
  using owned = file;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const number = fd.reserved_fd();
  fd_install(fd, owned);
  return number;
}
`;

interface InOne {
  readonly tsc: number;
  readonly checker: number;
  readonly functions: number;
  readonly skipped: number;
  readonly files: number;
}

function execute(
  args: readonly string[],
  folder: string,
  statuses: readonly number[],
): { stdout: string; stderr: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === null || !statuses.includes(status))
    throw new Error(`${args.join(" ")}: status ${status ?? "none"}\n${stdout}${stderr}`);
  return { stdout, stderr };
}

/** Runs commands in turn, several times, and takes the medians of their wall and processor times. */
function compare(
  first: readonly string[],
  second: readonly string[],
  folder: string,
): { readonly wall: number; readonly cpu: number }[] {
  const measured = [first, second].map((args) => ({ args, wall: [] as number[], cpu: [] as number[] }));
  for (let run = 0; run < runs; run += 1) {
    for (const { args, wall, cpu } of measured) {
      const begin = performance.now();
      const { stderr } = execute(["--require", reportCpu, ...args], folder, [0, 1]);
      wall.push(performance.now() - begin);
      cpu.push(Number(/cpu-ms ([\d.]+)/u.exec(stderr)?.[1]));
    }
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return measured.map(({ wall, cpu }) => ({ wall: middle(wall), cpu: middle(cpu) }));
}

function report(name: string, project: GeneratedProject, flags: readonly string[]): void {
  const results: InOne[] = [];
  const added = medianOf(runs, () => {
    const result = JSON.parse(
      execute(["--import", "tsx", inOne, project.folder, ...flags], fileURLToPath(new URL("..", import.meta.url)), [0])
        .stdout,
    ) as InOne;
    results.push(result);
    return result.checker / result.tsc;
  });
  const last = results.at(-1)!;
  const [cold, command] = compare([tsc, "--noEmit", "-p", "."], [movecheck, "check", ...flags], project.folder) as [
    { wall: number; cpu: number },
    { wall: number; cpu: number },
  ];
  console.log(
    `${name}: ${project.files} files, ${project.lines} lines; ${last.files - last.skipped} files analysed, ${last.functions} functions`,
  );
  console.log(
    `  in one process: types ${milliseconds(last.tsc)}, checker ${milliseconds(last.checker)}: adds ${(100 * added.median).toFixed(1)}% (runs: ${added.all.map((each) => (100 * each).toFixed(1)).join(", ")})`,
  );
  const share = (kind: "wall" | "cpu"): string =>
    `${milliseconds(cold[kind])} and ${milliseconds(command[kind])}: adds ${((100 * command[kind]) / cold[kind]).toFixed(1)}%`;
  console.log(`  as commands: tsc --noEmit and movecheck check take ${share("wall")}; processor time ${share("cpu")}`);
}

console.log(
  `TypeScript ${(createRequire(import.meta.url)("typescript/package.json") as { version: string }).version}, Node ${process.version}, medians of ${runs} runs`,
);
{
  using project = generateProject(modules);
  report("nothing linear", project, []);
}
{
  using project = generateProject(modules, { "src/attach.ts": oneFile });
  report("one file uses movecheck", project, []);
  report("everything analysed (--force)", project, ["--force"]);
}
