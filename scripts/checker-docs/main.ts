// Writes the blocks of docs/checker/*.md that show what the checker does with the programs before them. With --check nothing is
// written, and stale pages are an error.
//   npm run docs:checker [-- --check]
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderPage } from "./render-page.js";

const folder = fileURLToPath(new URL("../../docs/checker", import.meta.url));
const stale: string[] = [];
for (const name of readdirSync(folder).filter((each) => each.endsWith(".md"))) {
  const path = join(folder, name);
  const page = readFileSync(path, "utf8");
  const rendered = renderPage(page);
  if (rendered === page) continue;
  stale.push(name);
  if (!process.argv.includes("--check")) writeFileSync(path, rendered);
}
if (stale.length > 0)
  console.log(process.argv.includes("--check") ? `stale: ${stale.join(", ")}` : `wrote ${stale.join(", ")}`);
if (process.argv.includes("--check") && stale.length > 0) process.exitCode = 1;
