/** One error of a compiler in one function; the function's head is line 1. */
export interface Reported {
  readonly code: string;
  readonly line: number;
}

/** `E0382@5 E0505@7`, or `-` for a function without errors: a line of the recorded verdicts. */
export function formatReported(reported: readonly Reported[]): string {
  return reported.length === 0 ? "-" : reported.map(({ code, line }) => `${code}@${line}`).join(" ");
}

/** Reads what {@link formatReported} wrote. */
export function parseReported(text: string): readonly Reported[] {
  if (text === "-") return [];
  return text.split(" ").map((each) => {
    const [code, line] = each.split("@");
    if (code === undefined || line === undefined || !/^\d+$/.test(line))
      throw new Error(`not a recorded verdict: ${text}`);
    return { code, line: Number(line) };
  });
}

/** Sorted by line, then code, each once. */
export function normalise(reported: readonly Reported[]): readonly Reported[] {
  const once = new Map(reported.map((each) => [`${each.code}@${each.line}`, each]));
  return [...once.values()].sort((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1));
}
