import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { documented } from "./support/documented.js";
import { ensureBuilt } from "./support/built.js";
import { EditorProject, FIXED, MISUSE, root } from "./support/project.js";

const unpacked = join(root, "build/editors/helix/hx");
const hx = ["hx", unpacked].find((command) => spawnSync(command, ["--version"]).status === 0);
const missing =
  hx === undefined || spawnSync("tmux", ["-V"]).error !== undefined
    ? "Helix or tmux is not installed: scripts/install-editors.sh installs them"
    : false;

/** A program in a terminal of its own. */
class Terminal {
  readonly #socket: string;

  constructor(folder: string, command: string, env: Record<string, string>) {
    this.#socket = join(folder, "tmux.sock");
    const variables = Object.entries(env).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
    this.#tmux("-f", "/dev/null", "new-session", "-d", "-x", "160", "-y", "40", "-c", folder, ...variables, command);
  }

  keys(...keys: string[]): void {
    this.#tmux("send-keys", ...keys);
  }

  screen(): string {
    return this.#tmux("capture-pane", "-p");
  }

  /** Looks at the screen until it is as wanted. */
  async until(wanted: (screen: string) => boolean): Promise<string> {
    for (let left = 600; left > 0; left--) {
      const screen = this.screen();
      if (wanted(screen)) return screen;
      await sleep(100);
    }
    throw new Error(`the screen never was as wanted:\n${this.screen()}`);
  }

  end(): void {
    spawnSync("tmux", ["-S", this.#socket, "kill-session"]);
  }

  #tmux(...args: string[]): string {
    const { stdout, stderr, status } = spawnSync("tmux", ["-S", this.#socket, ...args], { encoding: "utf8" });
    if (status !== 0) throw new Error(`tmux ${args[0] ?? ""}: ${stderr}`);
    return stdout;
  }
}

test(
  "Helix, configured as documented: a diagnostic arrives, its fix is applied, the file is clean",
  { skip: missing, timeout: 180_000 },
  async () => {
    await ensureBuilt();
    const project = new EditorProject(MISUSE);
    project.write("config/helix/languages.toml", documented("Helix", "toml"));
    const terminal = new Terminal(project.folder, `'${hx ?? ""}' a.ts:4:9`, {
      XDG_CONFIG_HOME: join(project.folder, "config"),
      XDG_CACHE_HOME: project.folder,
      TERM: "xterm-256color",
    });
    try {
      await terminal.until((screen) => screen.includes("may be dropped without being consumed"));
      terminal.keys("Space", "a");
      await terminal.until((screen) => screen.includes("Declare `fd` with `using`"));
      terminal.keys("Enter");
      await terminal.until((screen) => !screen.includes("may be dropped") && screen.includes("using fd"));
      terminal.keys(":w", "Enter");
      for (let left = 100; left > 0 && readFileSync(project.file, "utf8") !== FIXED; left--) await sleep(100);
      assert.equal(readFileSync(project.file, "utf8"), FIXED, terminal.screen());
    } finally {
      terminal.end();
      assert.ok(existsSync(project.folder));
      project.remove();
    }
  },
);
