import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { MovecheckError, type MovecheckErrorCode } from "./untyped.js";

/** The error of what `run` was refused with; it must be ours, with this code and these words. */
export function refusal(code: MovecheckErrorCode, run: () => unknown, ...messages: RegExp[]): MovecheckError {
  let error: unknown;
  try {
    run();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error instanceof MovecheckError, `not refused by us: ${String(error)}`);
  assert.equal(error.code, code, error.message);
  for (const message of messages) assert.match(error.message, message);
  return error;
}

/** The place of the line that calls this, `offset` lines further, without the column. */
export function line(file: string, offset: number): string {
  const at = /:(\d+):\d+\)?$/.exec(new Error().stack?.split("\n")[2] ?? "");
  return `${fileURLToPath(file)}:${Number(at?.[1]) + offset}`;
}

/** The warnings of ours that `run` causes, as the process sees them. */
export async function warnings(run: () => unknown): Promise<{ code: string; message: string }[]> {
  const seen: { code: string; message: string }[] = [];
  const listener = (warning: Error & { code?: string }): void => {
    if (warning.name === "MovecheckWarning") seen.push({ code: warning.code ?? "", message: warning.message });
  };
  process.on("warning", listener);
  try {
    await run();
    // Warnings are emitted on the next tick.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off("warning", listener);
  }
  return seen;
}
