/** A package on npm that ships the TypeScript it is made from. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
}

/** Code that others wrote, of many kinds: libraries, servers, editors, parsers, numeric and user interface code. */
export const packages: readonly SourcePackage[] = [
  { name: "effect", version: "4.1.0" },
  { name: "viem", version: "2.57.20" },
  { name: "tldraw", version: "5.1.1" },
  { name: "@theia/core", version: "1.75.0" },
  { name: "zod", version: "4.6.7" },
  { name: "@theia/plugin-ext", version: "1.75.0" },
  { name: "@lodestar/beacon-node", version: "1.44.0" },
  { name: "@tldraw/editor", version: "5.1.1" },
  { name: "hardhat", version: "3.18.0" },
  { name: "puppeteer-core", version: "24.43.1" },
  { name: "ethers", version: "6.17.0" },
  { name: "langium", version: "4.4.0" },
  { name: "rxjs", version: "7.8.2" },
  { name: "@jupyterlab/notebook", version: "4.6.6" },
];
