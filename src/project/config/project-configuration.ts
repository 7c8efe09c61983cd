import { relative, sep } from "node:path";
import picomatch from "picomatch";
import type TypeScript from "typescript";
import type { ResourceTable } from "../../checker/oracle/resource-spec.js";
import type { CallTable } from "../../checker/oracle/call-table.js";
import type { Preset } from "../presets/preset.js";
import { toSpec } from "../presets/preset.js";
import { activePresets } from "./active-presets.js";
import type { LocatedConfiguration } from "./read-configuration.js";
import { resolveEntries } from "./resolve/resolve-configuration.js";
import { isTestFile } from "./test-file.js";

/** A configuration as it applies to one program. */
export interface ProjectConfiguration {
  /** The presets that are active, in the order in which they are tried. */
  readonly presets: readonly Preset[];
  /** What is known of calls besides their declarations. */
  readonly calls: CallTable;
  /** Whether a file is not to be checked at all. */
  ignores(file: string): boolean;
  /** The resources that a file is checked for; for a test file usually none. */
  tableFor(file: string): ResourceTable;
  /** The resources that code, or tests, would be checked for. */
  table(tests: boolean): ResourceTable;
}

const NOTHING: ResourceTable = { resources: [], collectors: [] };

/** Whether a configuration names anything in the project's code, so that all of it has to be loaded to find it. */
export function namesCode({ configuration }: LocatedConfiguration): boolean {
  const { resources, collectors, callOnce, consumes } = configuration;
  return [resources, collectors, callOnce, consumes].some(({ length }) => length > 0);
}

/**
 * Applies a configuration to a program.
 *
 * @throws ProjectError about the first name in it that leads nowhere
 */
export function applyConfiguration(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  located: LocatedConfiguration,
): ProjectConfiguration {
  const { configuration, folder } = located;
  const presets = activePresets(ts, program, located);
  const entries = namesCode(located)
    ? resolveEntries(ts, program, located)
    : { resources: [], collectors: [], calls: { callOnce: [], consumes: [] } };
  const isIgnored = picomatch(configuration.ignore.flatMap(withContents), { dot: true });
  const pathOf = (file: string): string => relative(folder, file).split(sep).join("/");
  const tables = [false, true].map((tests): ResourceTable => ({
    // What the project says itself goes first: it may know better than a preset.
    resources: [
      ...entries.resources,
      ...presets.flatMap(({ name, resources }) => resources.map((resource) => toSpec(name, resource, tests))),
    ],
    collectors: [...entries.collectors, ...presets.flatMap(({ collectors = [] }) => collectors)],
  }));
  const table = (tests: boolean): ResourceTable => tables[tests ? 1 : 0] ?? NOTHING;
  return {
    presets,
    calls: entries.calls,
    ignores: (file) => isIgnored(pathOf(file)),
    table,
    tableFor: (file) => {
      const tests = isTestFile(pathOf(file));
      return tests && !configuration.tests ? NOTHING : table(tests);
    },
  };
}

/** A pattern that names a folder means what is in it. */
function withContents(pattern: string): readonly string[] {
  const plain = pattern.replace(/^\.\//u, "").replace(/\/$/u, "");
  return [plain, `${plain}/**`];
}
