import type { Format, FormatName } from "./format.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { pretty } from "./pretty.js";
import { sarif } from "./sarif.js";

/** The formats by name. */
export const formats: Readonly<Record<FormatName, Format>> = { pretty, json, sarif, github };
