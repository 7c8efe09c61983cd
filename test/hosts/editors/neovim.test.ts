import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { documented } from "./support/documented.js";
import { ensureBuilt } from "./support/built.js";
import { EditorProject, FIXED, MISUSE } from "./support/project.js";

const found = spawnSync("nvim", ["--version"], { encoding: "utf8" });
const missing = found.error !== undefined && "Neovim is not installed: scripts/install-editors.sh installs it";

/** Waits for a diagnostic, applies its fix, waits for the file to be clean, saves, and writes what it saw. */
const DRIVER = `
local report = { seen = {}, left = -1 }
local function diagnostics() return vim.diagnostic.get(0) end
if vim.wait(60000, function() return #diagnostics() > 0 end, 20) then
  for _, d in ipairs(diagnostics()) do
    local related = {}
    for _, r in ipairs(((d.user_data or {}).lsp or {}).relatedInformation or {}) do
      table.insert(related, { line = r.location.range.start.line, message = r.message })
    end
    table.insert(report.seen, { lnum = d.lnum, col = d.col, end_col = d.end_col, code = d.code or d.user_data.lsp.code, source = d.source, message = d.message, related = related })
  end
  local first = diagnostics()[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000)
  for _, answer in pairs(answers or {}) do
    local action = (answer.result or {})[1]
    report.action = action and action.title
    if action then vim.lsp.util.apply_workspace_edit(action.edit, "utf-16") end
  end
  vim.wait(60000, function() return #diagnostics() == 0 end, 20)
  report.left = #diagnostics()
  vim.cmd("write")
end
vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.REPORT)
vim.cmd("qa!")
`;

/** A diagnostic as Neovim keeps it. */
interface Seen {
  readonly code: string;
  readonly source: string;
  readonly lnum: number;
  readonly col: number;
  readonly end_col: number;
  readonly message: string;
  readonly related: readonly { readonly line: number }[];
}

test(
  "Neovim's built-in client, configured as documented: a diagnostic arrives, its fix is applied, the file is clean",
  { skip: missing, timeout: 180_000 },
  async () => {
    await ensureBuilt();
    const project = new EditorProject(MISUSE);
    try {
      const init = project.write("init.lua", `vim.cmd("filetype on")\n${documented("Neovim", "lua")}`);
      const driver = project.write("driver.lua", DRIVER);
      const report = join(project.folder, "report.json");
      const { stderr } = spawnSync(
        "nvim",
        ["--headless", "-u", init, "-i", "NONE", "-n", project.file, "-c", `luafile ${driver}`],
        {
          cwd: project.folder,
          encoding: "utf8",
          env: {
            ...process.env,
            REPORT: report,
            XDG_STATE_HOME: project.folder,
            XDG_DATA_HOME: project.folder,
            XDG_CONFIG_HOME: project.folder,
          },
          timeout: 150_000,
        },
      );
      const { seen, action, left } = JSON.parse(readFileSync(report, "utf8")) as {
        seen: Seen[];
        action: string;
        left: number;
      };
      assert.deepEqual(
        seen.map(({ code, source, lnum, col, end_col }) => ({ code, source, lnum, col, end_col })),
        [{ code: "MC1001", source: "movecheck", lnum: 3, col: 8, end_col: 10 }],
        stderr,
      );
      assert.match(seen[0]!.message, /^`fd` may be dropped without being consumed\n/);
      assert.deepEqual(
        seen[0]!.related.map(({ line }) => line),
        [4],
      );
      assert.equal(action, "Declare `fd` with `using`");
      assert.equal(left, 0);
      assert.equal(readFileSync(project.file, "utf8"), FIXED);
    } finally {
      project.remove();
    }
  },
);
