/** An error in one line, without its stack. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split(/\r?\n/u, 1)[0] ?? "";
}

/** Where an error came from, only for those who ask for it with MOVECHECK_DEBUG=1. */
export function stackOf(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  return env.MOVECHECK_DEBUG === "1" && error instanceof Error ? `${error.stack ?? ""}\n` : "";
}

/** Whether an error says that the call stack was too small: something was nested too deeply for it. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message === "Maximum call stack size exceeded";
}
