/** What a diagnostic's `source` says. */
export const SOURCE = "movecheck";

/** The server's name in its answer to `initialize`. */
export const SERVER_NAME = "movecheck";

/** In the client's log: the checker failed on a file. */
export const failedOn = (file: string, reason: string): string => `could not check ${file}: ${reason}`;

/** In the client's log: a tsconfig.json can't be used; the defaults are. */
export const configUnusable = (reason: string): string => `${reason}; checking with TypeScript's default options`;

/** In front of a diagnostic's help. */
export const HELP = "help";
