/** What a diagnostic's `source` says; VS Code shows it in front of the number. */
export const SOURCE = "movecheck";

/** In tsserver's log, when the checker failed on a file: nothing else of tsserver is touched by it. */
export const failedOn = (file: string, reason: string): string => `movecheck: could not check ${file}: ${reason}`;

/** In tsserver's log, once for each project. */
export const LOADED = "movecheck: the plugin is loaded";
