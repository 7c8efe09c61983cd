import type { ParsedFileAnalyser } from "../../project/analyser.js";
import { type Configs, createConfigs } from "./configs.js";
import { createRule, type RuleHost } from "./create-rule.js";
import { FAMILIES, type RuleName } from "./families.js";
import { sharedAnalysis } from "./file-analysis.js";
import type { Rule } from "./rule-types.js";

/** The plugin as ESLint 8, 9 and 10 take it. */
export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Readonly<Record<RuleName, Rule>>;
  readonly configs: Configs;
}

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
  const plugin = {
    meta: { name: "eslint-plugin-movecheck", version, namespace: "movecheck" },
    rules,
    configs: {} as Configs,
  };
  plugin.configs = createConfigs(plugin);
  return plugin;
}

/** One rule speaks, of one file: again each time that file is linted, so that an editor goes on showing it. */
function onceSpoken(): RuleHost["saysMissing"] {
  let spoken: { rule: RuleName; filename: string } | undefined;
  return (rule, filename) => {
    spoken ??= { rule, filename };
    return spoken.rule === rule && spoken.filename === filename;
  };
}
