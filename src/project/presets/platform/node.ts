import type { OperandSpec } from "../../../checker/oracle/resource-spec.js";
import { byMethod, EMITTER, fromNew, func, method, named } from "../entries.js";
import type { Preset, PresetResource } from "../preset.js";

const files = "node:fs/promises";

/** Streams made from a handle close it, unless told not to. */
const closesHandle = (name: string): OperandSpec => ({
  callee: method("FileHandle", name, files),
  operand: "this",
  unless: { argument: 0, property: "autoClose", equals: false },
});

const server = (module: string, create: string): PresetResource => ({
  tier: 3,
  tierInTests: 2,
  type: named("Server", module),
  acquire: [{ callee: func(create, module) }],
  release: byMethod("close", "[Symbol.asyncDispose]"),
  // `listen` opens it again, and `address` is null.
  useAfterRelease: "off",
  consequence: "the process stays up",
  evidence: [
    {
      claim: "Closing it twice gives ERR_SERVER_NOT_RUNNING to the callback and throws nothing",
      source: "measured, Node 20.20",
    },
    {
      claim: "A server lives as long as the process in most programs; in a test it keeps the runner from ending",
      source: "medusajs/medusa packages/medusa/src/commands/start.ts",
    },
  ],
});

/** What Node's own modules give out. */
export const node: Preset = {
  name: "node",
  packages: [],
  summary: "File handles, directories, databases, workers, servers and watchers of Node's own modules.",
  resources: [
    {
      tier: 1,
      type: named("FileHandle", files),
      acquire: [{ callee: func("open", files) }],
      release: byMethod("close", "[Symbol.asyncDispose]"),
      harmlessAfterRelease: ["[Symbol.asyncDispose]"],
      consequence: "the descriptor stays open until the handle is collected, and from Node 25 on that throws",
      evidence: [
        {
          claim:
            'Collecting an open handle "used to be allowed, but now throws an error" (DEP0137, end of life in Node 25)',
          source: "nodejs/node doc/api/deprecations.md; nodejs/node#58536",
        },
        {
          claim: "Closing it twice does nothing; every other operation fails with EBADF",
          source: "measured, Node 20.20",
        },
        {
          claim: "createReadStream and createWriteStream close the handle when they end, unless autoClose is false",
          source: "@types/node fs/promises.d.ts, createReadStream",
        },
        {
          claim: "readLines closes it at the end of the file, and leaves it open when the loop is left early",
          source: "measured, Node 20.20",
        },
        {
          claim: "pull() and writer() of Node 26 close it only when told so: the documents pass `{ autoClose: true }`",
          source: "@types/node 26.6 fs/promises.d.ts",
        },
      ],
    },
    {
      tier: 1,
      type: named("Dir", "node:fs"),
      acquire: [{ callee: func("opendir", files) }, { callee: func("opendirSync", "node:fs") }],
      release: byMethod("close", "closeSync", "[Symbol.dispose]", "[Symbol.asyncDispose]"),
      until: "drained",
      releaseTwice: "error",
      harmlessAfterRelease: ["[Symbol.dispose]", "[Symbol.asyncDispose]"],
      consequence: "the directory's descriptor stays open",
      evidence: [
        {
          claim: 'A loop over it closes it however the loop ends: "automatically closed after the iterator exits"',
          source: "@types/node fs.d.ts, Dir; measured, Node 20.20",
        },
        {
          claim: "close() after that, or a second time, throws ERR_DIR_CLOSED; [Symbol.asyncDispose]() does not",
          source: "measured, Node 20.20",
        },
      ],
    },
    {
      tier: 3,
      type: named("DatabaseSync", "node:sqlite"),
      acquire: [fromNew("DatabaseSync")],
      release: byMethod("close", "[Symbol.dispose]"),
      releaseTwice: "error",
      harmlessAfterRelease: ["open", "[Symbol.dispose]"],
      consequence: "the database is closed only when it is collected",
      evidence: [
        {
          claim: "close() of a closed database throws; [Symbol.dispose]() is a no-op then",
          source: "@types/node 26.6 sqlite.d.ts, DatabaseSync.close and [Symbol.dispose]",
        },
      ],
    },
    {
      tier: 3,
      type: named("Worker", "node:worker_threads"),
      acquire: [fromNew("Worker")],
      release: byMethod("terminate", "[Symbol.asyncDispose]"),
      useAfterRelease: "warning",
      harmlessAfterRelease: [...EMITTER, "ref", "unref", "terminate", "[Symbol.asyncDispose]"],
      consequence: "the thread goes on",
      evidence: [
        {
          claim: "A worker ends with its script, so that not terminating it is no leak",
          source:
            "microsoft/rushstack apps/zipsync/src/packWorkerAsync.ts; microsoft/vscode-js-debug src/common/sourceMaps/renameScopeTree.ts",
        },
        {
          claim: "terminate() twice does nothing; a message posted after it is lost without a word",
          source: "measured, Node 20.20",
        },
      ],
    },
    server("node:net", "createServer"),
    server("node:http", "createServer"),
    server("node:https", "createServer"),
    {
      tier: 3,
      tierInTests: 2,
      type: named("FSWatcher", "node:fs"),
      acquire: [{ callee: func("watch", "node:fs") }],
      release: byMethod("close"),
      useAfterRelease: "off",
      consequence: "the process stays up",
      evidence: [{ claim: "close() twice does nothing", source: "measured, Node 20.20" }],
    },
  ],
  collectors: [
    closesHandle("createReadStream"),
    closesHandle("createWriteStream"),
    closesHandle("readLines"),
    {
      callee: method("FileHandle", "readableWebStream", files),
      operand: "this",
      when: { argument: 0, property: "autoClose", equals: true },
    },
    {
      callee: method("FileHandle", "writer", files),
      operand: "this",
      when: { argument: 0, property: "autoClose", equals: true },
    },
    { callee: method("FileHandle", "pull", files), operand: "this" },
  ],
};
