import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Case, type Catalogue, loadCatalogue, ownCatalogue, packageRoot, saveVerdicts } from "./catalogue.js";
import { evaluate, type Evaluation, nextRecorded, nextVerdicts } from "./evaluate.js";
import { allLayers } from "./layers/all.js";
import type { Layer } from "./layers/layer.js";
import { MatrixError, messages } from "./messages.js";
import { layerProgress, noProgress } from "./progress.js";
import { formatJson } from "./report/json.js";
import { formatMarkdown } from "./report/markdown.js";
import { formatTerminal } from "./report/terminal.js";

/** Where the command writes, and what the terminal can do. */
export interface MatrixIo {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly colour: boolean;
  readonly width: number;
  /** A terminal to draw progress on. */
  readonly terminal?: NodeJS.WritableStream;
}

/** What the command works on; this package's own catalogue, page and layers by default. */
export interface MatrixSources {
  readonly catalogue?: string;
  /** The generated page; by default `docs/matrix.md` of the repository, and none in an installed package. */
  readonly page?: string;
  readonly layers?: readonly Layer<unknown>[];
}

interface Arguments {
  readonly filters: readonly string[];
  readonly json: boolean;
  readonly check: boolean;
  readonly record: boolean;
  readonly colour: boolean;
  readonly help: boolean;
}

/**
 * The command `movecheck matrix`, and `npm start`.
 *
 * @param args after the command's name
 * @returns the exit status: 0 every recorded verdict holds, 1 one changed (or the page is stale, or a tool failed), 2 bad usage
 */
export async function runMatrix(args: readonly string[], io: MatrixIo, sources: MatrixSources = {}): Promise<number> {
  try {
    const parsed = readArguments(args);
    if (parsed.help) {
      io.out(messages.usage);
      return 0;
    }
    return await runParsed(parsed, io, sources);
  } catch (error) {
    if (!(error instanceof MatrixError)) throw error;
    io.error(`${error.message}\n`);
    return error.exitCode;
  }
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        record: { type: "boolean", default: false },
        "no-color": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.record && values.check) throw new MatrixError(messages.badUsage(messages.recordNeedsAll), 2);
    if (values.check && positionals.length > 0) throw new MatrixError(messages.badUsage(messages.checkNeedsAll), 2);
    const { json, check, record, help } = values;
    return { filters: positionals, json, check, record, help, colour: !values["no-color"] };
  } catch (error) {
    if (error instanceof MatrixError) throw error;
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split(/\. /);
    throw new MatrixError(messages.badUsage(problem), 2);
  }
}

async function runParsed(
  { filters, json, check, record, colour }: Arguments,
  io: MatrixIo,
  sources: MatrixSources,
): Promise<number> {
  const catalogue = await loadCatalogue(sources.catalogue ?? ownCatalogue);
  const cases = select(catalogue, filters);
  const progress = io.terminal === undefined ? noProgress : layerProgress(io.terminal);
  const evaluation = await evaluate(catalogue, cases, sources.layers ?? allLayers, progress);
  io.out(json ? formatJson(evaluation) : formatTerminal(evaluation, { colour: colour && io.colour, width: io.width }));
  if (record) {
    const count = await saveVerdicts(catalogue, nextVerdicts(evaluation), nextRecorded(catalogue.recorded, evaluation));
    io.error(`${messages.recorded(count)}\n`);
  }
  const failed = evaluation.changes.length > 0 && !record;
  const page =
    sources.page ?? (existsSync(join(packageRoot, "src")) ? join(packageRoot, "docs", "matrix.md") : undefined);
  // Part of the table, or a table with a changed verdict in it, is no page; and an installed package is left as it is.
  if (page === undefined || filters.length > 0 || failed || evaluation.differences.length > 0) return failed ? 1 : 0;
  return await updatePage(page, evaluation, catalogue, { check, record }, io);
}

function select({ cases }: Catalogue, filters: readonly string[]): readonly Case[] {
  for (const filter of filters) {
    if (!cases.some(({ name }) => name.includes(filter))) throw new MatrixError(messages.noSuchCase(filter), 2);
  }
  return filters.length === 0 ? cases : cases.filter(({ name }) => filters.some((filter) => name.includes(filter)));
}

async function updatePage(
  page: string,
  evaluation: Evaluation,
  catalogue: Catalogue,
  { check, record }: Pick<Arguments, "check" | "record">,
  io: MatrixIo,
): Promise<number> {
  const recorded = record ? nextRecorded(catalogue.recorded, evaluation) : catalogue.recorded;
  const text = formatMarkdown(evaluation, recorded);
  const present = await readFile(page, "utf8").catch(() => "");
  if (present === text) return 0;
  if (check) {
    io.error(`${messages.stale(page)}\n`);
    return 1;
  }
  await writeFile(page, text);
  io.error(`${messages.written(page)}\n`);
  return 0;
}
