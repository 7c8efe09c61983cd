import type { ParsedFileAnalyser } from "../../project/analyser.js";
import { createConfigs } from "./configs.js";
import { createRule, type RuleHost } from "./create-rule.js";
import { FAMILIES } from "./families.js";
import { sharedAnalysis } from "./file-analysis.js";
import type { LegacyPlugin, Plugin } from "./plugin.js";
import type { RuleName } from "./rule-name.js";
import type { Rule } from "./rule-types.js";

/**
 * Puts the plugin together over a checker.
 *
 * @param analyse the checker
 * @param version the package's version
 */
export function createPlugin(analyse: ParsedFileAnalyser, version: string): Plugin {
  const host: RuleHost = { ...sharedAnalysis(analyse), saysMissing: onceSpoken() };
  const names = Object.keys(FAMILIES) as RuleName[];
  const rules = Object.fromEntries(names.map((name) => [name, createRule(name, FAMILIES[name], host)])) as Record<
    RuleName,
    Rule
  >;
  return withConfigs(
    { meta: { name: "eslint-plugin-movecheck", version, namespace: "movecheck" }, rules },
    createConfigs,
  );
}

/**
 * The plugin for `require`: the same rules, and under the name `recommended` the configuration for `.eslintrc`.
 *
 * It is an object of its own, so that each form's flat configuration names the very plugin that it came from: ESLint
 * refuses two plugins of one name.
 */
export function legacyPlugin(plugin: Plugin): LegacyPlugin {
  const { meta, rules } = plugin;
  return withConfigs({ meta, rules, default: plugin }, (itself) => {
    const configs = createConfigs(itself);
    return { ...configs, recommended: configs["recommended-legacy"] };
  });
}

function withConfigs<Rest extends object, C>(
  rest: Rest,
  configsOf: (plugin: object) => C,
): Rest & { readonly configs: C } {
  const plugin: Rest & { configs?: C } = { ...rest };
  return Object.assign(plugin, { configs: configsOf(plugin) });
}

/** One rule speaks, of one file: again each time that file is linted, so that an editor goes on showing it. */
function onceSpoken(): RuleHost["saysMissing"] {
  let spoken: { rule: RuleName; filename: string } | undefined;
  return (rule, filename) => {
    spoken ??= { rule, filename };
    return spoken.rule === rule && spoken.filename === filename;
  };
}
