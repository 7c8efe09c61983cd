// Writes schema/movecheck.schema.json from the schema that the command validates with.
// With --check nothing is written, and a stale file is an error.
//   node --import tsx scripts/configuration-schema.ts [--check]
import { toJsonSchema } from "@valibot/to-json-schema";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configurationSchema, presetListSchema } from "../src/project/config/schema.js";
import { presets } from "../src/project/presets/presets.js";

const file = fileURLToPath(new URL("../schema/movecheck.schema.json", import.meta.url));

/** What a list of presets may contain, so that editors propose it; the command says the same in its own words. */
const choices = ["auto", ...presets.map(({ name }) => name)];

const { $schema, ...rest } = toJsonSchema(configurationSchema, {
  typeMode: "input",
  overrideSchema: ({ valibotSchema, jsonSchema }) =>
    valibotSchema === presetListSchema ? { ...jsonSchema, items: { enum: choices } } : undefined,
});
const text = `${JSON.stringify({ $schema, title: "movecheck.json", allowTrailingCommas: true, ...rest }, null, 2)}\n`;

if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) {
  console.error("schema/movecheck.schema.json is stale: run node --import tsx scripts/configuration-schema.ts");
  process.exitCode = 1;
}
