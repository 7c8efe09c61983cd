// What a package's own package.json says of its files: the build puts there what that needs, and nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A value of an exports map: a file, or files by condition. */
type Exported = string | { readonly [condition: string]: Exported };

/** A package.json, as far as packages are built from it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly type: "commonjs" | "module";
  readonly main?: string;
  readonly types?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Exported>>;
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional: boolean }>>;
}

/** The folders of the packages, below `packages/`. */
export const packageFolders = ["movecheck", "cli", "eslint-plugin-movecheck"] as const;

/** A package of this repository. */
export type PackageFolder = (typeof packageFolders)[number];

/** The absolute path of a package's folder. */
export const folderOf = (name: PackageFolder): string => join(root, "packages", name);

/** Reads a package's package.json. */
export function readManifest(name: PackageFolder): Manifest {
  return JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8")) as Manifest;
}

/** What one entry point of a package is. */
export interface EntryPoint {
  /** As in the exports map: `.`, `./fd`. */
  readonly subpath: string;
  /** The files of its conditions, relative to the package, such as `dist/fd/index.js`. */
  readonly files: readonly string[];
  /** The file of the last condition, `default`. */
  readonly fallback: string;
}

/** The entry points of a package that are code. */
export function entryPoints({ exports }: Manifest): EntryPoint[] {
  return Object.entries(exports).flatMap(([subpath, exported]) => {
    const files = filesOf(exported).map((file) => file.replace(/^\.\//u, ""));
    const fallback = files.at(-1);
    return fallback === undefined || fallback === "package.json" ? [] : [{ subpath, files, fallback }];
  });
}

function filesOf(exported: Exported): string[] {
  return typeof exported === "string" ? [exported] : Object.values(exported).flatMap(filesOf);
}

/** The file of declarations that TypeScript finds beside a file of code. */
export function declarationOf(file: string): string {
  return file.replace(/\.([cm]?)js$/u, ".d.$1ts");
}
