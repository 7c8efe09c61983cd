// Folders that packages are installed into, by npm and pnpm, from a registry of our own.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../support/kit.js";
import { ensureBuilt } from "../../hosts/editors/support/built.js";
import { installedClosure } from "./installed.js";
import { type OwnPacked, packInstalled, packOwn } from "./pack.js";
import { LocalRegistry } from "./registry.js";
import { environment, type Ran, run } from "./run.js";

const pnpm = join(root, "node_modules/pnpm/bin/pnpm.cjs");

/** A temporary folder, with a registry that offers this repository's packages, packed, and what is installed here. */
export class Sandbox {
  readonly folder: string;
  readonly packed: readonly OwnPacked[];
  readonly #registry: LocalRegistry;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, packed: readonly OwnPacked[], registry: LocalRegistry) {
    this.folder = folder;
    this.packed = packed;
    this.#registry = registry;
    const home = join(folder, "home");
    mkdirSync(home);
    this.#env = { ...environment(home), npm_config_registry: registry.url };
  }

  /**
   * Packs everything and opens the registry.
   *
   * @param others names of further packages to offer, as in this repository's `node_modules`
   */
  static async open(others: readonly string[]): Promise<Sandbox> {
    await ensureBuilt();
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-packages-")));
    const packed = packOwn(folder);
    const needed = packed.flatMap(({ manifest: { dependencies = {} } }) => Object.keys(dependencies));
    const registry = new LocalRegistry([...packInstalled(installedClosure([...needed, ...others])), ...packed]);
    await registry.listen();
    return new Sandbox(folder, packed, registry);
  }

  /** Writes files below the folder. */
  write(files: Readonly<Record<string, string | object>>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
    }
  }

  /** Links packages of this repository's `node_modules` into a project: what a person has anyway. */
  link(folder: string, names: readonly string[]): void {
    for (const name of names) {
      const link = join(this.folder, folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "node_modules", name), link);
    }
  }

  /** Runs a program in a folder below. */
  run(folder: string, command: string, ...args: readonly string[]): Promise<Ran> {
    return run(command, args, { cwd: join(this.folder, folder), env: this.#env });
  }

  /** Runs npm. */
  npm(folder: string, ...args: readonly string[]): Promise<Ran> {
    return this.run(folder, "npm", ...args);
  }

  /** Runs pnpm. */
  pnpm(folder: string, ...args: readonly string[]): Promise<Ran> {
    return this.run(folder, process.execPath, pnpm, ...args);
  }

  async close(): Promise<void> {
    await this.#registry.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * What a program that is only a preparation did.
 *
 * @throws Error when it failed
 */
export async function succeeded(running: Promise<Ran>): Promise<Ran> {
  const ran = await running;
  if (ran.status !== 0) throw new Error(`status ${ran.status ?? "none"}: ${ran.stdout}${ran.stderr}`);
  return ran;
}
