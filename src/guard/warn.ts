/** What a warning is told to the process as. */
export type WarningCode = "MOVECHECK_LEAK" | "MOVECHECK_RELEASE" | "MOVECHECK_SLOT";

/** The parts of a host that can be told; neither Node nor a browser is taken for granted. */
interface Host {
  readonly process?: { emitWarning?(warning: string, options: { type: string; code: string }): void };
  readonly console?: { warn(message: string): void };
}

/**
 * Tells the process loudly: `process.emitWarning` where there is one, the console elsewhere.
 *
 * Looked up at the time of the warning, so that importing the API needs neither.
 */
export function warn(code: WarningCode, message: string): void {
  const host = globalThis as Host;
  if (typeof host.process?.emitWarning === "function") {
    host.process.emitWarning(message, { type: "MovecheckWarning", code });
  } else {
    host.console?.warn(`[${code}] ${message}`);
  }
}
