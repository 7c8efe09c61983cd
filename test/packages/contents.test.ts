// What `npm pack` puts into each package: what belongs there, and no more than that weighs.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { after, before, describe, it } from "node:test";
import { ensureBuilt } from "../hosts/editors/support/built.js";
import { root } from "../support/kit.js";
import { packageFolder, type PackageName } from "../support/packages.js";
import { type OwnPacked, packOwn } from "./support/pack.js";

interface Allowed {
  /** Bytes, unpacked. */
  readonly size: number;
  /** What may be in it, beside the files that every package has. */
  readonly files: readonly RegExp[];
}

const allowed: Readonly<Record<PackageName, Allowed>> = {
  movecheck: {
    size: 400_000,
    files: [
      /^dist\/(?:index|(?:types|fd|guard)\/.+)\.(?:js|d\.ts)$/u,
      /^dist\/peers\/[^/]+\.(?:js|cjs|mjs|d\.ts|d\.cts|d\.mts)$/u,
      /^esm\/(?:index|(?:fd|guard)\/.+)\.js$/u,
      /^esm\/package\.json$/u,
      /^(?:eslint|fd|fd\/linux|guard)\/package\.json$/u,
    ],
  },
  "@movecheck/cli": {
    size: 1_500_000,
    files: [
      /^dist\/(?:checker|conformance|project|hosts\/(?:cli|lsp|shared|tsserver))\/.+\.js$/u,
      /^dist\/hosts\/tsserver\/index\.(?:cjs|d\.cts)$/u,
      /^tsserver\/package\.json$/u,
      /^schema\/movecheck\.schema\.json$/u,
      /^type-tests\/catalogue\/(?:prelude\.ts|prelude\.rs|recorded\.json)$/u,
      /^type-tests\/catalogue\/[a-z0-9-]+\/(?:case\.ts|main\.rs|verdict\.json)$/u,
    ],
  },
  "eslint-plugin-movecheck": {
    size: 800_000,
    files: [
      /^dist\/(?:checker|project|hosts\/(?:eslint|shared))\/.+\.(?:js|d\.ts)$/u,
      /^dist\/hosts\/eslint\/index\.(?:cjs|d\.cts)$/u,
    ],
  },
};

describe("npm pack", () => {
  let folder = "";
  let packed: readonly OwnPacked[] = [];
  before(async () => {
    await ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), "movecheck-contents-"));
    packed = packOwn(folder);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [name, { size, files }] of Object.entries(allowed) as [PackageName, Allowed][]) {
    describe(name, () => {
      const contents = (): OwnPacked => packed.find(({ manifest }) => manifest.name === name)!;

      it("holds what belongs", () => {
        const always = ["LICENSE", "README.md", "package.json"];
        const found = contents().files;
        for (const file of always) assert.ok(found.includes(file), `${file} is missing`);
        assert.deepEqual(
          found.filter((file) => !always.includes(file) && !files.some((pattern) => pattern.test(file))),
          [],
        );
      });

      it(`is smaller than ${size} bytes`, () => {
        const { unpackedSize } = contents();
        assert.ok(unpackedSize < size, `${unpackedSize} bytes unpacked`);
      });

      it("has all that its README links to", () => {
        const text = readFileSync(join(packageFolder(name), "README.md"), "utf8");
        const links = [...text.matchAll(/\]\(([^)#\s]+)/gu)].map(([, link = ""]) => link);
        assert.ok(links.length > 0);
        const broken = links.filter((link) => {
          const inRepository = /^https:\/\/github\.com\/movecheck\/movecheck\/(?:blob|tree)\/main\/(.+)$/u.exec(
            link,
          )?.[1];
          if (inRepository !== undefined) return !existsSync(join(root, inRepository));
          return !/^[a-z]+:/u.test(link) && !contents().files.includes(posix.normalize(link));
        });
        assert.deepEqual(broken, []);
      });
    });
  }
});
