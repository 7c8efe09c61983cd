// Packages as npm would publish them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../support/kit.js";
import { packageFolder, packageNames } from "../../support/packages.js";
import { environment } from "./run.js";

/** A package.json, as far as a registry looks at it. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package, packed. */
export interface Packed {
  readonly manifest: PackageManifest;
  /** Absolute. */
  readonly tarball: string;
}

/** One of this repository's packages, packed. */
export interface OwnPacked extends Packed {
  /** What is in it: paths relative to the package. */
  readonly files: readonly string[];
  /** In bytes, unpacked. */
  readonly unpackedSize: number;
}

/** What `npm pack --json` prints of one package. */
interface PackReport {
  readonly name: string;
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Packs every package of this repository, as it is built.
 *
 * @param folder where the tarballs go, absolute
 */
export function packOwn(folder: string): OwnPacked[] {
  const reports = pack(packageNames.map(packageFolder), folder);
  return packageNames.map((name) => {
    const { filename, files, unpackedSize } = reports.find((report) => report.name === name)!;
    return {
      manifest: readManifest(packageFolder(name)),
      tarball: join(folder, filename),
      files: files.map(({ path }) => path).sort(),
      unpackedSize,
    };
  });
}

/**
 * Packs installed packages again. They are kept in `build/` for the next run: a version of a package never changes.
 *
 * @param folders of the packages, absolute
 */
export function packInstalled(folders: readonly string[]): Packed[] {
  const kept = join(root, "build", "tarballs");
  const packed = folders.map((folder) => {
    const manifest = readManifest(folder);
    const name = manifest.name.replace(/^@/u, "").replace("/", "-");
    return { folder, manifest, tarball: join(kept, `${name}-${manifest.version}.tgz`) };
  });
  const missing = packed.filter(({ tarball }) => !existsSync(tarball));
  mkdirSync(kept, { recursive: true });
  if (missing.length > 0)
    pack(
      missing.map(({ folder }) => folder),
      kept,
    );
  return packed;
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageManifest;
}

function pack(folders: readonly string[], to: string): PackReport[] {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", to, ...folders];
  const { status, stdout, stderr } = spawnSync("npm", args, {
    cwd: to,
    encoding: "utf8",
    env: environment(to),
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  return JSON.parse(stdout) as PackReport[];
}
