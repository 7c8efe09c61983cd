import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";

/** Where movecheck declares its brands, in its sources and in the installed package. */
const BRAND_PATH = /[\\/](src|dist)[\\/]types[\\/]brand\.(?:d\.)?ts$/u;

/** The package that has them there. */
const OWNERS: Readonly<Record<string, string>> = { src: "movecheck-repository", dist: "movecheck" };

const known = new Map<string, boolean>();

/**
 * Whether a file is the one in which movecheck declares its brands.
 *
 * The path alone would also fit another project's `src/types/brand.ts`, so the package it lies in is asked for its name.
 *
 * @param path absolute path
 */
export function isBrandFile(path: string): boolean {
  const owner = OWNERS[BRAND_PATH.exec(path)?.[1] ?? ""];
  if (owner === undefined) return false;
  return getOrInsert(known, path, () => packageName(dirname(dirname(dirname(path)))) === owner);
}

function packageName(folder: string): string | undefined {
  const manifest = `${folder}/package.json`;
  if (!existsSync(manifest)) return undefined;
  try {
    return (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name;
  } catch {
    return undefined; // a broken manifest names nothing
  }
}
