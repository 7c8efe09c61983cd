// Each package.json says what its code needs, no less and no more.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { entryPoints, folderOf, type Manifest, packageFolders, readManifest } from "../../scripts/packages/manifest.js";
import { codeGraph } from "../../scripts/packages/module-graph.js";
import { ensureBuilt } from "../hosts/editors/support/built.js";
import { root } from "../support/kit.js";

interface Described extends Manifest {
  readonly license: string;
  readonly keywords: readonly string[];
  readonly homepage: string;
  readonly bugs: string;
  readonly repository: { readonly url: string; readonly directory: string };
  readonly engines: { readonly node: string };
}

const repository = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};
const own = new Map(packageFolders.map((folder) => [readManifest(folder).name, readManifest(folder).version]));

for (const name of packageFolders) {
  const folder = folderOf(name);
  const manifest = readManifest(name) as Described;
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;

  describe(`packages/${name}`, () => {
    before(ensureBuilt);

    it("has the files that it names", () => {
      const named = [
        ...entryPoints(manifest).flatMap(({ files }) => files),
        ...Object.values(manifest.bin ?? {}),
        ...[manifest.main, manifest.types].flatMap((file) => file ?? []),
      ];
      assert.deepEqual(
        named.filter((file) => !existsSync(join(folder, file))),
        [],
      );
    });

    // That nothing is missing, the build says.
    it("depends on nothing that its code does not ask for", () => {
      const exported = entryPoints(manifest).flatMap(({ files }) => files);
      const code = codeGraph(folder, [...exported, ...Object.values(manifest.bin ?? {})]).packages;
      assert.deepEqual(
        Object.keys(dependencies).filter((declared) => !code.includes(declared)),
        [],
      );
    });

    it("asks for the versions that the repository is tested with", () => {
      const asked = { ...dependencies, ...peerDependencies };
      for (const [dependency, range] of Object.entries(asked)) {
        const version = own.get(dependency);
        if (version !== undefined) assert.equal(range, `^${version}`, dependency);
        else if (dependency in dependencies || peerDependenciesMeta[dependency]?.optional === true)
          assert.equal(range, repository.devDependencies[dependency], dependency);
      }
      assert.equal(manifest.version, repository.version);
      assert.deepEqual(manifest.engines, repository.engines);
    });

    it("is described", () => {
      assert.equal(manifest.license, "MIT");
      assert.equal(manifest.homepage, "https://github.com/movecheck/movecheck#readme");
      assert.equal(manifest.bugs, "https://github.com/movecheck/movecheck/issues");
      assert.equal(manifest.repository.url, "git+https://github.com/movecheck/movecheck.git");
      assert.equal(manifest.repository.directory, `packages/${name}`);
      assert.ok(manifest.keywords.length > 5);
    });
  });
}

it("the library needs no package: what it can work with is optional", () => {
  const { dependencies, peerDependencies = {}, peerDependenciesMeta = {} } = readManifest("movecheck");
  assert.equal(dependencies, undefined);
  for (const peer of Object.keys(peerDependencies)) assert.equal(peerDependenciesMeta[peer]?.optional, true, peer);
});
