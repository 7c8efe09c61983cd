import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";

/** Where movecheck declares its brands, in its sources and in the installed package. */
const BRAND_PATH = /[\\/](?:src|dist)[\\/]types[\\/]brand\.(?:d\.)?[cm]?ts$/u;

const known = new Map<string, boolean>();

/**
 * Whether a file is the one in which movecheck declares its brands.
 *
 * The path alone would also fit another project's `src/types/brand.ts`, so the package it lies in is asked for its name.
 *
 * @param path absolute path
 */
export function isBrandFile(path: string): boolean {
  if (!BRAND_PATH.test(path)) return false;
  return getOrInsert(known, path, () => packageName(dirname(dirname(dirname(path)))) === "movecheck");
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
