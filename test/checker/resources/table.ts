import type {
  AcquireSpec,
  CalleeSpec,
  ReleaseSpec,
  ResourceSpec,
  ResourceTable,
} from "../../../src/checker/oracle/resource-spec.js";

const method = (owner: string, name: string): AcquireSpec => ({ callee: { kind: "method", owner, name } });
const releasedBy = (...names: string[]): ReleaseSpec[] => names.map((name) => ({ kind: "method", name }));

/** Severities of most entries. */
const STRICT = { leak: "error", leakOnThrow: "off", releaseTwice: "off", useAfterRelease: "error" } as const;

/** A table for fixtures: real declarations of Node, stand-ins of `kit.ts` for everything else. */
export function fixtureTable(kit: string): ResourceTable {
  const named = (name: string): ResourceSpec["type"] => ({ kind: "named", name, from: [kit] });
  const callee = (name: string): CalleeSpec => ({ kind: "function", name });
  const resources: ResourceSpec[] = [
    {
      ...STRICT,
      origin: "node",
      type: { kind: "named", name: "FileHandle", from: ["node:fs/promises"] },
      acquire: [{ callee: { kind: "function", name: "open" } }],
      release: releasedBy("close", "[Symbol.asyncDispose]"),
      transfer: [
        {
          callee: { kind: "method", owner: "FileHandle", name: "createReadStream" },
          operand: "this",
          unless: { argument: 0, property: "autoClose", equals: false },
        },
      ],
      borrow: [{ callee: { kind: "function", name: "readFile" }, operand: 0 }],
      consequence: "a handle that is garbage-collected throws",
    },
    {
      ...STRICT,
      origin: "node",
      type: { kind: "named", name: "Dir", from: ["node:fs"] },
      acquire: [{ callee: { kind: "function", name: "opendir", from: ["node:fs/promises"] } }],
      release: releasedBy("close", "closeSync", "[Symbol.asyncDispose]"),
      transfer: [],
      borrow: [],
      releaseTwice: "error",
      until: "drained",
    },
    {
      ...STRICT,
      origin: "pool",
      type: named("Client"),
      acquire: [method("Pool", "connect")],
      release: releasedBy("release"),
      transfer: [],
      borrow: [],
      releaseTwice: "error",
      consequence: "the pool runs out of connections",
    },
    {
      ...STRICT,
      origin: "transactions",
      type: named("Transaction"),
      acquire: [method("Database", "begin")],
      release: releasedBy("commit", "rollback"),
      transfer: [],
      borrow: [],
      releaseTwice: "error",
      lentAs: ["transaction"],
    },
    {
      ...STRICT,
      origin: "locks",
      type: { kind: "function", from: [kit] },
      acquire: [method("Mutex", "acquire"), { ...method("Semaphore", "acquire"), part: ["1"] }],
      release: [{ kind: "call" }],
      transfer: [],
      borrow: [],
      leakOnThrow: "error",
      receiverReleases: ["release"],
    },
    {
      ...STRICT,
      origin: "readers",
      type: named("Reader"),
      acquire: [method("Stream", "getReader")],
      release: releasedBy("releaseLock", "cancel"),
      transfer: [],
      borrow: [],
      until: "drained",
    },
    {
      ...STRICT,
      origin: "spans",
      type: named("Span"),
      acquire: [
        method("Tracer", "startSpan"),
        { ...method("Tracer", "startActiveSpan"), gives: { callback: -1, parameter: 0 } },
      ],
      release: releasedBy("end"),
      transfer: [],
      borrow: [{ callee: { kind: "function", name: "setSpan" }, operand: 1 }],
    },
    {
      ...STRICT,
      origin: "connections",
      type: named("Connection"),
      acquire: [{ ...method("Connection", "connect"), gives: "this" }],
      release: [...releasedBy("end"), { kind: "function", callee: callee("hangUp"), argument: 0 }],
      transfer: [{ callee: callee("adopt"), operand: 0 }],
      borrow: [{ callee: callee("audit"), operand: 0 }],
    },
    {
      ...STRICT,
      origin: "disposable",
      type: { kind: "structural", within: "project" },
      acquire: "inferred",
      release: releasedBy("[Symbol.dispose]", "[Symbol.asyncDispose]", "dispose", "close"),
      transfer: [],
      borrow: [],
    },
  ];
  return {
    resources,
    collectors: [{ callee: { kind: "method", owner: "Bag", name: "keep", from: [kit] }, operand: 0 }],
  };
}
