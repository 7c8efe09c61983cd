/** Where a command writes. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** The world as a command sees it, so that tests can run one in their own process. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/**
 * Whether an output takes colour.
 *
 * FORCE_COLOR and NO_COLOR decide when set (no-color.org, force-color.org); else a terminal does.
 */
export function wantsColor({ env }: Pick<Io, "env">, output: Output): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no } = env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return output.isTTY === true && env.TERM !== "dumb";
}
