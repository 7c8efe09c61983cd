// Fills packages/*: from dist/, which the compiler has written, what each package.json names, what that needs, and its
// declarations.
//
// The library is one copy of CommonJS, in dist/, for all that runs in Node: `import` and `require` give the same
// module, so that what one reserved the other can install. esm/ is the same for bundlers, which take it, by the
// condition `module`, for both too.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import {
  declarationOf,
  type EntryPoint,
  entryPoints,
  folderOf,
  type Manifest,
  packageFolders,
  type PackageFolder,
  readManifest,
  root,
} from "./manifest.js";
import { codeGraph, declarationGraph } from "./module-graph.js";
import { toCommonJs, toEsModule } from "./transpile.js";

const built = join(root, "dist");

/** What a package has beside its modules: copied from the same place in the repository. */
const assets: Readonly<Record<PackageFolder, readonly string[]>> = {
  movecheck: ["LICENSE"],
  cli: ["LICENSE", "schema", "type-tests/catalogue"],
  "eslint-plugin-movecheck": ["LICENSE"],
};

function build(name: PackageFolder): void {
  const folder = folderOf(name);
  const manifest = readManifest(name);
  const entries = entryPoints(manifest);
  for (const part of manifest.files) rmSync(join(folder, part), { recursive: true, force: true });
  copyModules(manifest, entries, folder);
  for (const entry of entries) writeFolder(entry, folder);
  for (const asset of assets[name]) cpSync(join(root, asset), join(folder, asset), { recursive: true });
}

function copyModules(manifest: Manifest, entries: readonly EntryPoint[], folder: string): void {
  const exported = entries.flatMap(({ files }) => files);
  const under = (part: string, files: readonly string[]): string[] =>
    files.filter((file) => file.startsWith(`${part}/`)).map((file) => file.slice(part.length + 1));
  const emit = (part: string, file: string, change = (text: string): string => text): void => {
    write(join(folder, part, file), change(readFileSync(join(built, file), "utf8")));
  };

  const code = codeGraph(built, under("dist", [...exported, ...Object.values(manifest.bin ?? {})]));
  for (const file of code.files)
    emit("dist", file, manifest.type === "commonjs" && file.endsWith(".js") ? toCommonJs : undefined);
  const declarations = declarationGraph(built, under("dist", exported));
  for (const file of declarations.files) emit("dist", file);
  assertDeclared(manifest, [...code.packages, ...declarations.packages]);

  const modules = codeGraph(built, under("esm", exported)).files;
  for (const file of modules) emit("esm", file, toEsModule);
  if (modules.length > 0) write(join(folder, "esm/package.json"), json({ type: "module" }));
}

/** @throws Error when a package's modules ask for a package that its package.json does not name */
function assertDeclared({ name, dependencies, peerDependencies }: Manifest, asked: readonly string[]): void {
  const missing = asked.filter((each) => !(each in { ...dependencies, ...peerDependencies }));
  if (missing.length === 0) return;
  throw new Error(
    `${name} imports ${missing.join(", ")}: name it in the package.json of ${name} too, with the range of the repository's`,
  );
}

/** Node 10's resolution, and what still resolves like it, knows no exports map: it looks for a folder of that name. */
function writeFolder({ subpath, fallback }: EntryPoint, folder: string): void {
  if (subpath === ".") return;
  const main = posix.relative(subpath, `./${fallback}`);
  write(join(folder, subpath, "package.json"), json({ main, types: declarationOf(main) }));
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

for (const name of packageFolders) build(name);
