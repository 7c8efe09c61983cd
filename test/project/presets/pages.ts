import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { presets } from "../../../src/project/presets/presets.js";

/** An example of a preset's page. */
export interface Example {
  readonly preset: string;
  /** Whether it stands among what is reported. */
  readonly reported: boolean;
  /** A file name of its own; of a test where the example says so. */
  readonly file: string;
  readonly text: string;
  /** The codes that comments in it announce, as "line: code". */
  readonly announced: readonly string[];
}

/** All examples of all presets' pages, in the order of the presets. */
export function examples(): readonly Example[] {
  return presets.flatMap(({ name }) => {
    const page = readFileSync(fileURLToPath(new URL(`../../../docs/presets/${name}.md`, import.meta.url)), "utf8");
    const [, reported = "", quiet = ""] = page.split(/^## (?:Reported|Not reported)$/mu);
    return [
      ...fences(reported).map((text, index) => example(name, true, index, text)),
      ...fences(quiet).map((text, index) => example(name, false, index, text)),
    ];
  });
}

function fences(text: string): readonly string[] {
  return [...text.matchAll(/^```ts\n([^]*?)^```$/gmu)].map(([, body = ""]) => body);
}

function example(preset: string, reported: boolean, index: number, text: string): Example {
  const announced = text.split("\n").flatMap((line, at) => {
    const code = /\/\/ (MC\d{4})$/u.exec(line)?.[1];
    return code === undefined ? [] : [`${at + 1}: ${code}`];
  });
  const name = `${preset.replaceAll(".", "-")}-${reported ? "reported" : "quiet"}-${index}`;
  return { preset, reported, file: text.startsWith("// test\n") ? `${name}.test.ts` : `${name}.ts`, text, announced };
}
