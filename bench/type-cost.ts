// What the types cost the compiler: a generated project of functions that reserve, check, branch and consume, once
// with the linear types and once with plain interfaces of the same shape, each less an empty project. Prints a table.
//
// Usage: tsx bench/type-cost.ts [functions]      (2,000 by default)
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findTsc, runTsc, tscVersions } from "../src/conformance/tsc.js";
import { readArguments } from "./support/read-arguments.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const { count } = readArguments({ usage: "tsx bench/type-cost.ts [functions]", count: 2_000 });
const runs = 3;

const linear = `import type { CurrentTask, ARef, File, FdInstall, GetUnusedFdFlags, PutUnusedFd } from "${join(root, "src/fd/types/index.js")}";
declare const get_unused_fd_flags: GetUnusedFdFlags, fd_install: FdInstall, put_unused_fd: PutUnusedFd;
declare function open(): ARef<File>;
`;

const plain = `interface CurrentTask<in out S> { readonly task: (s: S) => S }
interface File { readonly path: string }
interface ARef<T> extends Disposable { readonly target: T; clone(): ARef<T> }
interface FileDescriptorReservation<in out S> extends Disposable { readonly ok: true; readonly task: (s: S) => S; reserved_fd(): number }
interface Errno extends Disposable { readonly ok: false; readonly errno: number }
declare function get_unused_fd_flags<S>(task: CurrentTask<S>, flags: number): FileDescriptorReservation<S> | Errno;
declare function fd_install(fd: FileDescriptorReservation<any>, file: ARef<File>): void;
declare function put_unused_fd(fd: FileDescriptorReservation<any>): void;
declare function open(): ARef<File>;
`;

const functions = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `export function f${i}<S>(current: CurrentTask<S>, flag: boolean): number {
  using fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return fd.errno;
  const number = fd.reserved_fd();
  if (flag) fd_install(fd, open());
  else put_unused_fd(fd);
  return number;
}
`,
  ).join("");

const directory = await mkdtemp(join(root, "build-type-cost-"));
try {
  const rows: string[][] = [];
  for (const version of tscVersions) {
    if ((await findTsc(version)) === undefined) {
      console.error(`TypeScript ${version} is not installed: skipped`);
      continue;
    }
    const measure = async (
      prelude: string,
      n: number,
    ): Promise<{ types: number; instantiations: number; seconds: number }> => {
      const file = join(directory, "project.ts");
      await writeFile(file, prelude + functions(n));
      let best = { types: 0, instantiations: 0, seconds: Infinity };
      for (let run = 0; run < runs; run += 1) {
        const result = await runTsc(version, [file], {
          compilerOptions: { extendedDiagnostics: true, noUnusedLocals: false },
        });
        if (result.diagnostics.length > 0)
          throw new Error(`the generated project has errors: ${result.diagnostics[0]?.message ?? ""}`);
        const seconds = result.measures.get("Check time") ?? NaN;
        best = {
          types: result.measures.get("Types") ?? NaN,
          instantiations: result.measures.get("Instantiations") ?? NaN,
          seconds: Math.min(best.seconds, seconds),
        };
      }
      return best;
    };
    const cost: Record<string, { types: number; instantiations: number; seconds: number }> = {};
    for (const [name, prelude] of [
      ["linear", linear],
      ["plain", plain],
    ] as const) {
      const empty = await measure(prelude, 0);
      const full = await measure(prelude, count);
      cost[name] = {
        types: full.types - empty.types,
        instantiations: full.instantiations - empty.instantiations,
        seconds: full.seconds - empty.seconds,
      };
      const { types, instantiations, seconds } = cost[name];
      rows.push([
        version,
        name,
        types.toLocaleString("en"),
        instantiations.toLocaleString("en"),
        `${seconds.toFixed(2)} s`,
      ]);
    }
    const { linear: ours, plain: base } = cost;
    if (ours !== undefined && base !== undefined) {
      const times = (a: number, b: number): string => `x${(a / b).toFixed(2)}`;
      rows.push([
        version,
        "ratio",
        times(ours.types, base.types),
        times(ours.instantiations, base.instantiations),
        times(ours.seconds, base.seconds),
      ]);
    }
  }
  const table = [["TypeScript", "types", "types made", "instantiations", "check time"], ...rows];
  console.log(`${count.toLocaleString("en")} functions, less the project without them, best of ${runs} runs:\n`);
  for (const row of table) console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(12) : cell.padStart(16))).join(""));
} finally {
  await rm(directory, { recursive: true, force: true });
}
