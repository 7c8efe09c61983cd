/** All that is said about a configuration, each in one line without a full stop at its end. */
export const configMessages = {
  /** Where in a file, then what. */
  at: (file: string, line: number, column: number, text: string): string => `${file}:${line}:${column}: ${text}`,

  broken: (code: string): string => `this is not JSON with comments: ${inWords(code)}`,
  empty: "the file is empty; it takes at least {}",
  repeatedKey: (key: string): string => `the key "${key}" stands here a second time; keep one of them`,
  unreadable: (file: string, why: string): string => `cannot read ${file}: ${why}`,
  twice: (file: string, other: string): string =>
    `the project is configured twice, in ${file} and by the key "movecheck" of ${other}; keep one of them`,

  unknownKey: (key: string, where: string, meant: string | undefined, known: readonly string[]): string =>
    `unknown key "${key}"${where}; ${suggestion(meant, known)}`,
  missingKey: (key: string, where: string): string => `the key "${key}" is missing${where}`,
  wrongValue: (what: string, expected: string, received: string, meant: string | undefined): string =>
    `${what} must be ${expected}, not ${received}${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
  in: (parent: string): string => ` in ${parent}`,
  whole: "the configuration",

  /** What a value must be, as the end of "must be ...". */
  expected: {
    text: "a text that is not empty",
    boolean: "true or false",
    object: "an object",
    objects: "a list of objects",
    patterns: 'a list of patterns, such as ["scripts/**"]',
    presets: '"auto" or a list of presets, such as ["node", "pg"]',
    references: 'a list of names, such as ["close"]',
    reference: 'a name such as "close", "Pool.take", "new Lease", "giveBack(0)", "Lease.into(this)" or "pkg#make"',
    oneOf: (words: readonly string[]): string => alternatives(words),
  },

  unknownPreset: (preset: string, meant: string | undefined, known: readonly string[]): string =>
    `there is no preset "${preset}"; ${suggestion(meant, known)}`,
  presetWithoutPackage: (preset: string, packages: readonly string[]): string =>
    `the preset "${preset}" is about ${packages.join(" or ")}, which the project does not resolve; install it, or leave the preset out`,
  moduleNotFound: (module: string): string => `the module "${module}" is not found from here`,
  typeNotFound: (name: string, where: string, meant: string | undefined): string =>
    `there is no type "${name}" ${where}${didYouMean(meant)}`,
  ambiguous: (name: string, modules: readonly string[]): string =>
    `"${name}" is declared more than once, in ${modules.slice(0, 3).join(", ")}${modules.length > 3 ? ", ..." : ""}; name its module`,
  nameNotFound: (name: string, where: string, meant: string | undefined): string =>
    `there is no "${name}" ${where}${didYouMean(meant)}`,
  memberNotFound: (member: string, type: string, meant: string | undefined): string =>
    `"${type}" has no member "${member}"${didYouMean(meant)}`,
  moduleWithoutType: `the module alone does not say which of its types is meant; add "type", or release it by "()"`,

  /** A name that is written like one, but can't mean anything where it stands. */
  selectors: {
    acquire: (text: string): string =>
      `"${text}" says nothing about what is acquired; write "f" for its result, "f(this)", "f()[1]" for an element of the result, or "f(1)(0)" for the parameter of a callback`,
    release: (text: string): string =>
      `"${text}" is no release; write a method of the type, such as "close", a function with the parameter's index, such as "giveBack(0)", or "()"`,
    operand: (text: string): string =>
      `"${text}" does not say what is meant of the call; write "f(0)" for a parameter, or "Type.f(this)"`,
    callOnce: (text: string): string =>
      `"${text}" does not say which function is called once; write "f(0)" for a parameter, or "f(0)()" for what it returns`,
    consumes: (text: string): string =>
      `"${text}" does not say what is consumed; write "f(0)" for a parameter, "f(1.key)" for a property of it, or "Type.f(this)"`,
  },
  notCallable: (name: string): string => `"${name}" can't be called`,
  notConstructable: (name: string): string => `"${name}" can't be made with new`,
  noParameter: (name: string, index: number, count: number): string =>
    `"${name}" takes ${count === 0 ? "no parameter" : count === 1 ? "one parameter" : `${count} parameters`}; there is none with the index ${index}`,
  inModule: (module: string): string => `in "${module}"`,
  inProject: "among the project's own files and the globals",
} as const;

function suggestion(meant: string | undefined, known: readonly string[]): string {
  return meant === undefined ? `known: ${known.join(", ")}` : `did you mean "${meant}"?`;
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}

function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** `CommaExpected` becomes "comma expected". */
function inWords(code: string): string {
  return code
    .replace(/(?!^)[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^[A-Z]/u, (letter) => letter.toLowerCase());
}
