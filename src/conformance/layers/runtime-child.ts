/**
 * Runs the cases one after the other, in a process of their own, and tells the parent what each did.
 *
 * A case's `run` gets what it asks for: nothing, or the current task of a fresh table.
 */
import { setImmediate } from "node:timers/promises";
import type { RuntimeVerdict } from "../verdict.js";

/** What the parent asks for; the addresses are of compiled modules. */
export interface Job {
  readonly fd: string;
  readonly prelude: string;
  readonly cases: readonly { readonly name: string; readonly url: string; readonly limit?: number }[];
}

/** What one case did. */
export interface Reply {
  readonly name: string;
  readonly verdict: RuntimeVerdict;
}

let leaks = 0;
let unhandled: unknown;
process.on("warning", (warning: Error & { code?: string }) => {
  if (warning.code === "MOVECHECK_LEAK") leaks += 1;
});
process.on("unhandledRejection", (error) => {
  unhandled = error;
});

/** What the child uses of `movecheck/fd`, loosely: the cases' own types are tsc's business. */
interface Fd {
  readonly with_current: (callback: (current: unknown) => unknown, options: { readonly table: unknown }) => unknown;
  readonly DescriptorTable: new (options: { readonly limit?: number }) => unknown;
}

process.once("message", (job: Job) => {
  void runAll(job).then(() => {
    process.disconnect();
  });
});

async function runAll({ fd, prelude, cases }: Job): Promise<void> {
  const api = (await import(fd)) as Fd;
  const { resetCoin } = (await import(prelude)) as { readonly resetCoin: () => void };
  for (const { name, ...each } of cases) {
    leaks = 0;
    unhandled = undefined;
    resetCoin();
    const thrown = await runOne(each, api);
    await settle();
    const error = thrown ?? unhandled;
    const verdict: RuntimeVerdict =
      error === undefined ? { ends: "returns", leaks } : { ends: "throws", code: codeOf(error), leaks };
    process.send?.({ name, verdict } satisfies Reply);
  }
}

/**
 * Lets everything the case left behind be told before the next case starts: warnings and unhandled rejections come on a
 * later turn, and what was leaked without a task to notice is told when it is collected.
 */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    globalThis.gc?.();
    await setImmediate();
  }
}

async function runOne(
  { url, ...options }: Omit<Job["cases"][number], "name">,
  { with_current, DescriptorTable }: Fd,
): Promise<unknown> {
  try {
    const { run } = (await import(url)) as { readonly run: (current?: unknown) => unknown };
    await (run.length === 0 ? run() : with_current((current) => run(current), { table: new DescriptorTable(options) }));
    return undefined;
  } catch (error) {
    return error ?? new Error("undefined was thrown");
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
