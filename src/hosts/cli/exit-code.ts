/** What the command's exit status says. */
export const exitCode = {
  /** No errors. */
  clean: 0,
  /** Errors found, or too many warnings. */
  found: 1,
  /** Bad usage or configuration, or a bug in movecheck: the verdict is not complete. */
  failed: 2,
} as const;

/** One of the exit statuses. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
