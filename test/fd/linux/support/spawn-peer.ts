import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const folder = fileURLToPath(new URL("../../../../build/peers/", import.meta.url));
const bundled = new Set<string>();

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** A process under way. */
export interface Peer {
  /** Settles when it has ended and all its output is read. */
  readonly ended: Promise<Ended>;
}

/** Bundles `peers/<name>.ts` into one file in `into`: each start would otherwise compile the sources again. */
export function bundlePeer(name: string, into = folder): string {
  const outfile = join(into, `${name}.mjs`);
  if (!bundled.has(outfile)) {
    buildSync({
      entryPoints: [fileURLToPath(new URL(`../peers/${name}.ts`, import.meta.url))],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      external: ["koffi"],
      logLevel: "warning",
    });
    bundled.add(outfile);
  }
  return outfile;
}

/** Starts `peers/<name>.ts` in a process of its own with `socket` as its descriptor 3. */
export function spawnPeer(
  name: string,
  socket: number,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Peer {
  return start(process.execPath, [bundlePeer(name), ...args], socket, env);
}

/** Starts a Python program with `socket` as its descriptor 3. */
export function spawnPython(program: string, socket: number, args: readonly string[] = []): Peer {
  return start("python3", ["-c", program, ...args], socket);
}

function start(command: string, args: readonly string[], socket: number, env: NodeJS.ProcessEnv = {}): Peer {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit", socket], env: { ...process.env, ...env } });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  // Waited for from the start: a process may have ended before anybody asks.
  const ended = once(child, "close").then(() => ({ code: child.exitCode, signal: child.signalCode, output }));
  return { ended };
}
