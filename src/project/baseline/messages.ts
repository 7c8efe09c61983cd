/** All that is said about a baseline, each in one line without a full stop at its end. */
export const baselineMessages = {
  unreadable: (file: string, why: string): string => `cannot read ${file}: ${why}`,
  broken: (file: string): string => `${file} is no baseline; write it anew with --write-baseline, or remove it`,
  cannotWrite: (file: string, why: string): string => `cannot write ${file}: ${why}`,
} as const;
