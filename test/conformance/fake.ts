import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Layer, LayerId } from "../../src/conformance/layers/layer.js";
import type { MatrixIo } from "../../src/conformance/command.js";
import { cellOfCodes, describeCodes } from "../../src/conformance/layers/codes.js";
import type { CodeAt, Verdict } from "../../src/conformance/verdict.js";

/** A layer that says what it is told to, in place of rustc and the checker. */
export function fakeLayer(
  id: Extract<LayerId, "rustc" | "checker">,
  says: Readonly<Record<string, readonly CodeAt[]>>,
  available: { readonly version?: string; readonly missing?: string } = {},
): Layer<readonly CodeAt[]> {
  const field = id;
  return {
    id,
    find: () =>
      Promise.resolve(
        available.missing === undefined
          ? { here: true, version: available.version ?? "1.0.0" }
          : { here: false, why: available.missing },
      ),
    run(_catalogue, cases, done) {
      done(cases.length);
      return Promise.resolve(new Map(cases.map(({ name }) => [name, says[name] ?? []])));
    },
    recorded: (verdict) => verdict[field],
    record: (verdict, found) => ({ ...verdict, [field]: found }),
    describe: describeCodes,
    cell: cellOfCodes,
    stops: (found) => found.length > 0,
  };
}

/** Writes a catalogue of one misuse (`drop-twice`, E0382 at 3) and one valid use (`valid-drop`) to a folder of its own. */
export async function fakeCatalogue(
  changes: Partial<Record<"drop-twice" | "valid-drop", object | string>> = {},
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "movecheck-test-"));
  const verdicts: Record<string, Partial<Verdict>> = {
    "drop-twice": {
      title: "drop the same | twice",
      kind: "misuse",
      area: "double commit",
      rustc: [{ code: "E0382", line: 3 }],
    },
    "valid-drop": { title: "drop it", kind: "valid", area: "straight line" },
  };
  for (const [name, verdict] of Object.entries(verdicts)) {
    const change = changes[name as keyof typeof changes];
    const text = typeof change === "string" ? change : JSON.stringify({ ...verdict, ...change });
    await mkdir(join(directory, name));
    await writeFile(join(directory, name, "case.ts"), name === "drop-twice" ? "a();\nb(); //~ MC0382\n" : "a();\n");
    await writeFile(join(directory, name, "main.rs"), name === "drop-twice" ? "\n\nb(); //~ E0382\n" : "\n");
    await writeFile(join(directory, name, "verdict.json"), text);
  }
  await writeFile(join(directory, "recorded.json"), '{ "rustc": "1.0.0" }');
  return directory;
}

/** An io that keeps what was written. */
export function captureIo(
  options: { readonly colour?: boolean; readonly width?: number } = {},
): MatrixIo & { readonly written: { out: string; error: string } } {
  const written = { out: "", error: "" };
  return {
    written,
    out: (text) => {
      written.out += text;
    },
    error: (text) => {
      written.error += text;
    },
    colour: options.colour ?? false,
    width: options.width ?? 100,
  };
}
