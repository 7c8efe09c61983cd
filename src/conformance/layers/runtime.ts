import { fork } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import type { Case } from "../catalogue.js";
import { MatrixError, messages } from "../messages.js";
import type { RuntimeVerdict } from "../verdict.js";
import { assertBuilt, libraryFd } from "./built.js";
import type { Layer } from "./layer.js";
import type { Job, Reply } from "./runtime-child.js";

/** No case runs longer than this; one that does has been let through a loop that only the guard ends. */
const secondsPerCase = 20;

/** What the run-time guard does when the case is run, its type errors ignored. */
export const runtimeLayer: Layer<RuntimeVerdict> = {
  id: "runtime",
  find: () => Promise.resolve({ here: true, version: process.versions.node }),
  async run(catalogue, cases, done) {
    await assertBuilt();
    const fd = pathToFileURL(libraryFd()).href;
    const directory = await mkdtemp(join(tmpdir(), "movecheck-runtime-"));
    try {
      await writeFile(join(directory, "package.json"), '{ "type": "module" }');
      await transpile(join(catalogue.directory, "prelude.ts"), join(directory, "prelude.js"), fd);
      const jobs = await Promise.all(cases.map((each) => prepare(directory, each, fd)));
      return await runInChild({ fd, prelude: pathToFileURL(join(directory, "prelude.js")).href, cases: jobs }, done);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
  recorded: (verdict) => verdict.runtime,
  record: (verdict, found) => ({ ...verdict, runtime: found }),
  describe({ ends, code, leaks }) {
    return `${ends}${code === undefined ? "" : ` ${code}`}${leaks === 0 ? "" : `, reports ${leaks} leak${leaks === 1 ? "" : "s"}`}`;
  },
  cell(found) {
    const refused = refuses(found) ? [found.code ?? ""] : [];
    return [...refused, ...(found.leaks > 0 ? ["leak"] : [])].join(" + ");
  },
  stops: (found) => refuses(found) || found.leaks > 0,
};

/** An error of the case's own making (`risky`, `fail`) or of JavaScript is not the guard's doing. */
function refuses({ code }: RuntimeVerdict): boolean {
  return code !== undefined && (code.startsWith("ERR_MOVECHECK_") || code === "DataCloneError");
}

async function prepare(
  directory: string,
  { name, typescript, verdict }: Case,
  fd: string,
): Promise<Job["cases"][number]> {
  const folder = join(directory, name);
  const file = join(folder, "case.js");
  await mkdir(folder);
  await transpile(typescript, file, fd);
  return { name, url: pathToFileURL(file).href, ...(verdict.limit === undefined ? {} : { limit: verdict.limit }) };
}

/** Compiles one file without a type check; what it imports as a user is pointed at `fd`, the address of the library. */
async function transpile(from: string, to: string, fd: string): Promise<void> {
  const { outputText } = ts.transpileModule(await readFile(from, "utf8"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    fileName: from,
  });
  await writeFile(to, outputText.replace(/(from\s+)"movecheck\/fd"/g, `$1${JSON.stringify(fd)}`));
}

function runInChild(job: Job, done: (count: number) => void): Promise<Map<string, RuntimeVerdict>> {
  const found = new Map<string, RuntimeVerdict>();
  const file = fileURLToPath(new URL("./runtime-child.js", import.meta.url));
  // Warnings are what is measured: printed too, they would spoil the table.
  const child = fork(file, {
    execArgv: [...process.execArgv.filter((arg) => !arg.startsWith("--test")), "--no-warnings", "--expose-gc"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const running = (): string => job.cases[found.size]?.name ?? "the last case";
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        reject(new MatrixError(messages.stuck(running(), secondsPerCase)));
        child.kill("SIGKILL");
      }, secondsPerCase * 1000);
    };
    child.on("message", (message) => {
      const { name, verdict } = message as Reply;
      found.set(name, verdict);
      done(1);
      watch();
    });
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(timer);
      if (found.size === job.cases.length) resolve(found);
      else reject(new MatrixError(messages.crashed(running())));
    });
    watch();
    child.send(job);
  });
}
