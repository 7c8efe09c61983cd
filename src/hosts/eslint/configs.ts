import { FAMILIES, type Family } from "./families.js";
import type { RuleName } from "./rule-name.js";

type Severities = Readonly<Record<`movecheck/${RuleName}`, "error" | "warn">>;

/** An entry of an `eslint.config.js`, assignable to what ESLint 9 and 10 declare: their arrays are mutable. */
interface FlatConfig {
  readonly name: string;
  readonly files: string[];
  readonly plugins: Readonly<Record<"movecheck", object>>;
  readonly rules: Partial<Severities>;
}

/** What `.eslintrc` extends as `plugin:movecheck/recommended`. */
interface LegacyConfig {
  readonly plugins: ["movecheck"];
  readonly overrides: [{ readonly files: string[]; readonly rules: Partial<Severities> }];
}

/** The shared configurations. The index signature is ESLint's. */
export interface Configs {
  readonly [name: string]: FlatConfig | LegacyConfig;
  /** For `eslint.config.js`. */
  readonly recommended: FlatConfig;
  /** The same, under a name that means the same to `import` and to `require`. */
  readonly "flat/recommended": FlatConfig;
  /** For `.eslintrc`. */
  readonly "recommended-legacy": LegacyConfig;
}

/** The same where `require` is asked, which is how `.eslintrc` finds a plugin. */
export interface LegacyConfigs {
  readonly [name: string]: FlatConfig | LegacyConfig;
  /** For `.eslintrc`. */
  readonly recommended: LegacyConfig;
  /** For an `eslint.config.js` that is CommonJS. */
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
    files: [...FILES],
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
