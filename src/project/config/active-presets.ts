import type TypeScript from "typescript";
import type { Preset } from "../presets/preset.js";
import { presets } from "../presets/presets.js";
import { configMessages } from "./messages.js";
import { nearest } from "./nearest.js";
import type { LocatedConfiguration } from "./read-configuration.js";
import { packageOf } from "../source/package-of.js";
import { findModule } from "./resolve/find-module.js";

/**
 * The presets that a configuration asks for.
 *
 * Of those that `"auto"` stands for, one is there when the program contains a file of its package: nothing can be made
 * of a package that nothing imports.
 *
 * @throws ProjectError when it names one that does not exist, or whose package is not installed
 */
export function activePresets(
  ts: typeof TypeScript,
  program: TypeScript.Program,
  located: LocatedConfiguration,
): readonly Preset[] {
  const { presets: asked } = located.configuration;
  const listed = asked === "auto" ? [asked] : asked;
  const imported = new Set(program.getSourceFiles().map(({ fileName }) => packageOf(fileName)));
  const here = ({ packages }: Preset): boolean => packages.length === 0 || packages.some((name) => imported.has(name));
  const chosen = new Set<Preset>();
  listed.forEach((name, index) => {
    if (name === "auto") {
      for (const preset of presets) if (preset.onRequest !== true && here(preset)) chosen.add(preset);
      return;
    }
    const preset = presets.find((each) => each.name === name);
    const path = asked === "auto" ? ["presets"] : ["presets", index];
    if (preset === undefined) {
      const known = ["auto", ...presets.map((each) => each.name)];
      throw located.errorAt(path, configMessages.unknownPreset(name, nearest(name, known), known));
    }
    const installed = ({ packages }: Preset): boolean =>
      packages.some((each) => findModule(ts, program, located.folder, each).kind !== "missing");
    if (!here(preset) && !installed(preset))
      throw located.errorAt(path, configMessages.presetWithoutPackage(name, preset.packages));
    chosen.add(preset);
  });
  return presets.filter((preset) => chosen.has(preset));
}
