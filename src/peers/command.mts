#!/usr/bin/env node
// `movecheck` where both packages are installed may be this one's or that of `@movecheck/cli`: they have the same name,
// and this one hands over. Where only the library is, it says what to install.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { missingCommand } from "./messages.js";
import { resolvePeer } from "./resolve-peer.js";

const manifest = resolvePeer("@movecheck/cli/package.json", process.cwd());
if (manifest === undefined) {
  process.stderr.write(`${missingCommand}\n`);
  process.exitCode = 2;
} else {
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly bin: { readonly movecheck: string } };
  await import(pathToFileURL(join(dirname(manifest), bin.movecheck)).href);
}
