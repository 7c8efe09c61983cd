import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";
import { ts } from "../../../src/project/source/typescript.js";

const installed = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** The folders of `@types/node` to look at: what the repository is compiled with, and today's. */
export const nodeTypes = ["@types/node", "node-types-26"] as const;

/** A new folder with the packages that presets are about installed as links; one version of Node's declarations. */
export function folderWithPackages(types: (typeof nodeTypes)[number]): string {
  const folder = mkdtempSync(join(tmpdir(), "movecheck-presets-"));
  const modules = join(folder, "node_modules");
  for (const name of readdirSync(installed)) {
    if (name.startsWith(".")) continue;
    const inner = name.startsWith("@") ? readdirSync(join(installed, name)).map((each) => `${name}/${each}`) : [name];
    for (const each of inner) {
      mkdirSync(dirname(join(modules, each)), { recursive: true });
      symlinkSync(join(installed, each === "@types/node" ? types : each), join(modules, each));
    }
  }
  return folder;
}

/** A program of one file in such a folder, for a page or for a worker of one. */
export function programOf(folder: string, text: string, where: "page" | "worker"): TypeScript.Program {
  const file = join(folder, "all.ts");
  writeFileSync(file, text);
  return ts.createProgram({
    rootNames: [file],
    options: {
      target: ts.ScriptTarget.ES2022,
      lib: [
        "lib.esnext.d.ts",
        ...(where === "page" ? ["lib.dom.d.ts", "lib.dom.iterable.d.ts"] : ["lib.webworker.d.ts"]),
      ],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      configFilePath: join(folder, "tsconfig.json"),
      types: ["node", "@webgpu/types"],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      // Links lead elsewhere; here they are the packages.
      preserveSymlinks: true,
    },
  });
}
