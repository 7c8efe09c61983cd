import { releaseFailed } from "../messages.js";

/** What a warning is told to the process as. */
export type WarningCode = "MOVECHECK_LEAK" | "MOVECHECK_RELEASE";

interface WarningSink {
  emitWarning?(warning: string, options: { type: string; code: string; detail?: string }): void;
}

/**
 * Tells the process loudly: `process.emitWarning` where there is one, the console elsewhere.
 *
 * Looked up at the time of the warning, so that importing the API needs neither.
 */
export function warn(code: WarningCode, message: string, detail?: string): void {
  const sink = (globalThis as { process?: WarningSink }).process;
  if (typeof sink?.emitWarning === "function") {
    sink.emitWarning(message, { type: "MovecheckWarning", code, ...(detail === undefined ? {} : { detail }) });
  } else {
    console.warn(`[${code}] ${message}${detail === undefined ? "" : `\n${detail}`}`);
  }
}

/** A file's own `release` threw: the table is consistent, the file's owner should know. */
export function reportReleaseFailure(path: string, error: unknown): void {
  warn("MOVECHECK_RELEASE", releaseFailed(path, error));
}
