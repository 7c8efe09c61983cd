import type { Configs, LegacyConfigs } from "./configs.js";
import type { RuleMeta } from "./rule-meta.js";
import type { RuleName } from "./rule-name.js";

/** A rule, as far as a configuration is concerned: what ESLint gives it and gets from it is between those two. */
interface PluginRule {
  readonly meta: RuleMeta;
  create(context: never): { Program(node: object): void };
}

/** The plugin as ESLint 8, 9 and 10 take it. */
export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Readonly<Record<RuleName, PluginRule>>;
  readonly configs: Configs;
}

/** The plugin as `require` gives it: `.eslintrc` knows no other way, and finds its own form of a configuration by name. */
export interface LegacyPlugin extends Omit<Plugin, "configs"> {
  readonly configs: LegacyConfigs;
  /** The plugin as `import` gives it. */
  readonly default: Plugin;
}
