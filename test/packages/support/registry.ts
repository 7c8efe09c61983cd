// A registry on this machine, so that the tests install as a user does and need no network.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Packed } from "./pack.js";

/** Offers packages to npm and pnpm, at an address of the loopback interface, until it is closed. */
export class LocalRegistry {
  readonly #server: Server;
  readonly #packages = new Map<string, Packed[]>();

  /** @param packed what can be installed: several versions of a package too */
  constructor(packed: readonly Packed[]) {
    for (const each of packed) {
      const { name } = each.manifest;
      this.#packages.set(name, [...(this.#packages.get(name) ?? []), each]);
    }
    this.#server = createServer((request, response) => {
      const body = this.#answer(decodeURIComponent(request.url ?? "/").slice(1));
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
  }

  /** Starts it on a free port. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** Its address. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** `name` is asked for what there is of a package, `-/name/version.tgz` for a version itself. */
  #answer(path: string): string | Buffer | undefined {
    const [, name = "", wanted] = /^-\/(.+)\/([^/]+)\.tgz$/u.exec(path) ?? [];
    if (name === "") return this.#document(path);
    const found = this.#packages.get(name)?.find(({ manifest: { version } }) => version === wanted);
    return found === undefined ? undefined : readFileSync(found.tarball);
  }

  #document(name: string): string | undefined {
    const offered = this.#packages.get(name);
    if (offered === undefined) return undefined;
    const versions = offered.map(({ manifest, tarball }) => {
      const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
      const dist = { tarball: `${this.url}/-/${name}/${manifest.version}.tgz`, integrity };
      return [
        manifest.version,
        { ...manifest, optionalDependencies: this.#available(manifest.optionalDependencies), dist },
      ];
    });
    return JSON.stringify({
      name,
      "dist-tags": { latest: offered.at(-1)!.manifest.version },
      versions: Object.fromEntries(versions) as Record<string, object>,
    });
  }

  /** What is built for other platforms is not here to be offered. */
  #available(wanted: Readonly<Record<string, string>> = {}): Record<string, string> {
    return Object.fromEntries(Object.entries(wanted).filter(([name]) => this.#packages.has(name)));
  }
}
