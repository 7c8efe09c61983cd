/** What a script is called with. */
export interface Expected {
  /** How the script is called, for the message: "tsx bench/type-cost.ts [functions]". */
  readonly usage: string;
  /** It takes a number of something, at least 1: the number when none is given. */
  readonly count?: number;
  /** The flags that it knows: "--slice". */
  readonly flags?: readonly string[];
}

/** The most that is generated of anything. */
const MOST = 1_000_000;

/** The arguments of a script. One that it does not take ends the process with status 2, and one line on stderr. */
export function readArguments({ usage, count, flags = [] }: Expected): {
  readonly count: number;
  readonly flags: ReadonlySet<string>;
} {
  const given = process.argv.slice(2);
  const numbers = given.filter((each) => !each.startsWith("-"));
  const unknown =
    given.find((each) => each.startsWith("-") && !flags.includes(each)) ?? numbers[count === undefined ? 0 : 1];
  if (unknown !== undefined) refuse(`unexpected argument ${JSON.stringify(unknown)}`, usage);
  return {
    count: wholeNumber(numbers[0], count ?? 0, usage),
    flags: new Set(given.filter((each) => flags.includes(each))),
  };
}

/** A number from the environment, with the same checks. */
export function readVariable(name: string, byDefault: number, usage: string): number {
  return wholeNumber(process.env[name], byDefault, usage);
}

function wholeNumber(text: string | undefined, byDefault: number, usage: string): number {
  if (text === undefined) return byDefault;
  const value = /^\d+$/u.test(text) ? Number(text) : NaN;
  if (!(value >= 1 && value <= MOST))
    refuse(`expected a whole number from 1 to ${MOST}, got ${JSON.stringify(text)}`, usage);
  return value;
}

function refuse(what: string, usage: string): never {
  console.error(`${what}; usage: ${usage}`);
  process.exit(2);
}
