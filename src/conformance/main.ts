/** What `npm start` runs: the matrix on this terminal. */
import { runMatrix } from "./command.js";

process.exitCode = await runMatrix(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  width: process.stdout.isTTY ? process.stdout.columns : 120,
  ...(process.stderr.isTTY ? { terminal: process.stderr } : {}),
});
