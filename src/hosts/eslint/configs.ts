import { FAMILIES, type Family, type RuleName } from "./families.js";

type Severities = Readonly<Record<`movecheck/${RuleName}`, "error" | "warn">>;

/** An entry of an `eslint.config.js`. */
interface FlatConfig {
  readonly name: string;
  readonly files: readonly string[];
  readonly plugins: Readonly<Record<"movecheck", object>>;
  readonly rules: Partial<Severities>;
}

/** What `.eslintrc` extends as `plugin:movecheck/recommended`. */
interface LegacyConfig {
  readonly plugins: readonly ["movecheck"];
  readonly overrides: readonly [{ readonly files: readonly string[]; readonly rules: Partial<Severities> }];
}

/** The shared configurations. */
export interface Configs {
  /** For `eslint.config.js`; the package `eslint-plugin-movecheck` has the one for `.eslintrc` under this name. */
  readonly recommended: FlatConfig;
  readonly "flat/recommended": FlatConfig;
  /** For `.eslintrc`. */
  readonly "recommended-legacy": LegacyConfig;
}

/** What TypeScript compiles; JavaScript has no types that say who consumes. */
const FILES = ["**/*.ts", "**/*.tsx", "**/*.mts", "**/*.cts"] as const;

/**
 * The shared configurations of a plugin.
 *
 * @param plugin the plugin object that a flat configuration has to carry
 */
export function createConfigs(plugin: object): Configs {
  const families: [string, Family][] = Object.entries(FAMILIES);
  const rules = Object.fromEntries(
    families.flatMap(([name, { recommended }]) =>
      recommended === undefined ? [] : [[`movecheck/${name}`, recommended]],
    ),
  ) as Partial<Severities>;
  const recommended: FlatConfig = {
    name: "movecheck/recommended",
    files: FILES,
    plugins: { movecheck: plugin },
    rules,
  };
  return {
    recommended,
    "flat/recommended": recommended,
    "recommended-legacy": {
      plugins: ["movecheck"],
      overrides: [{ files: ["*.ts", "*.tsx", "*.mts", "*.cts"], rules }],
    },
  };
}
