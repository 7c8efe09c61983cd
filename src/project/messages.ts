/** All text that loading and checking a project shows to people. Each is one line without a full stop at its end. */
export const projectMessages = {
  noConfigFound: (from: string): string => `no tsconfig.json in ${from} or any folder above it; name one with -p`,
  configMissing: (path: string): string => `${path} does not exist`,
  configUnreadable: (path: string, why: string): string => `cannot read ${path}: ${why}`,
  configBroken: (path: string, why: string): string => `${path} is broken: ${why}`,
  noInputs: (path: string): string => `${path} includes no source file`,
  fileMissing: (path: string): string => `${path} does not exist`,
  fileUnreadable: (path: string, why: string): string => `cannot read ${path}: ${why}`,
  notSource: "it is no source file that this project's options allow",
  notAFile: (path: string): string => `${path} is a folder; name files, or a project with -p`,
  outsideProject: (path: string, config: string): string =>
    `${path} is not part of the project ${config}; add it to "include" there, or name its own project with -p`,

  unusedSuppression: (code: string): string => `unused suppression: no ${code} here`,
  unusedSuppressionLabel: "nothing to suppress",
  unusedSuppressionHelp: "remove the comment, or the code from its list",
  noReason: "suppression without a reason",
  noReasonHelp:
    "write why after `--`: `// movecheck-ignore MC1001 -- closed by the caller`; without a reason nothing is suppressed",
  noCode: "suppression without a code",
  noCodeHelp: "name what to accept: `// movecheck-ignore MC1001 -- reason`",
  unknownCode: (code: string): string => `suppression of an unknown code: ${code}`,
  unknownCodeHelp: "`movecheck explain` lists the codes",
} as const;
