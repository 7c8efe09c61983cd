// How long the language server takes from a keystroke to the diagnostics, in a file of 2,000 lines.
//   node --import tsx bench/lsp-keystroke.ts [lines]
// Prints medians over keystrokes after a warm-up, for a change inside a function (only that function is analysed
// again), for one between functions (everything is), and for opening the file.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { Client } from "../test/hosts/lsp/support/client.js";
import { readArguments } from "./support/read-arguments.js";

const LINES = readArguments({ usage: "tsx bench/lsp-keystroke.ts [lines]", count: 2_000 }).count;
const WARM_UP = 20;
const KEYSTROKES = 60;

const source = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

/** Four kinds of functions in turn: with and without a declared result, with a leak on a path, with a use after a move. */
function generate(lines: number): string {
  let text = `import { type ARef, type CurrentTask, fd_install, type File, get_unused_fd_flags, put_unused_fd } from ${source("../src/fd/index.js")};\n`;
  for (let n = 0; text.split("\n").length < lines; n++) {
    text += `
export function install${n}<S>(current: CurrentTask<S>, file: ARef<File>, times: number): number {
  using fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return fd.errno;
  let total = 10;
  for (let i = 0; i < times; i++) total += i * fd.reserved_fd();
  fd_install(fd, file);
  return total;
}
export function inferred${n}<S>(current: CurrentTask<S>) {
  const fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return undefined;
  return { fd, at: ${n} };
}
export function leak${n}<S>(current: CurrentTask<S>, keep: boolean): void {
  const fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return;
  if (keep) put_unused_fd(fd);
}
export const twice${n} = <S>(current: CurrentTask<S>, file: ARef<File>): void => {
  using fd = get_unused_fd_flags(current, 0);
  if (!fd.ok) return;
  fd_install(fd, file);
  console.log(fd.reserved_fd());
};
`;
  }
  return text;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-keystroke-")));
const text = generate(LINES);
const path = join(folder, "a.ts");
writeFileSync(path, text);
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({
    compilerOptions: {
      strict: true,
      target: "es2022",
      lib: ["es2023", "esnext.disposable", "dom"],
      module: "nodenext",
      types: [],
    },
    include: ["*.ts"],
  }),
);
const client = new Client(
  [
    "--import",
    "tsx",
    "--input-type=module",
    "-e",
    `import { serveStdio } from ${source("../src/hosts/lsp/index.ts")}; serveStdio();`,
  ],
  process.cwd(),
);
try {
  await client.initialize();
  const opened = performance.now();
  const document = await client.open(path, text);
  const found = await client.diagnostics(document);
  console.log(
    `${text.split("\n").length} lines, ${found.length} diagnostics; opened in ${ms(performance.now() - opened)}`,
  );

  const busyAtStart = client.cpuMilliseconds() ?? 0;
  /** Types a character and takes it back, again and again, waiting for the answer each time. */
  const keystrokes = async (at: (document: TextDocument) => number, character: string): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < WARM_UP + KEYSTROKES; n++) {
      const offset = at(document);
      const start = performance.now();
      if (n % 2 === 0) await client.editAt(document, offset, offset, character);
      else await client.editAt(document, offset, offset + character.length, "");
      await client.diagnostics(document);
      if (n >= WARM_UP) times.push(performance.now() - start);
    }
    return times;
  };
  const middle = text.indexOf("let total = 10", text.length / 2);
  const inside = await keystrokes(() => middle + "let total = 1".length, "1");
  const between = text.lastIndexOf("\nexport function", text.length / 2);
  const outside = await keystrokes(() => between, " ");
  const sorted = [...inside].sort((a, b) => a - b);
  const busy = client.cpuMilliseconds();
  console.log(
    `a keystroke inside a function: median ${ms(median(inside))}, 90% within ${ms(sorted[Math.floor(sorted.length * 0.9)] ?? NaN)}`,
  );
  // The machine may be busy with other things: this is what the server itself computed, over all keystrokes above.
  if (busy !== undefined)
    console.log(
      `processor time of the server: ${ms((busy - busyAtStart) / (2 * (WARM_UP + KEYSTROKES)))} for each keystroke, on average`,
    );
  console.log(
    `a keystroke between functions: median ${ms(median(outside))} (${(median(outside) / median(inside)).toFixed(1)} times as long)`,
  );
} finally {
  await client.stop();
  rmSync(folder, { recursive: true });
}
